#!/bin/sh
# Runs once, in an empty database: each subgraph's login with its own password. What it may reach, the migrations say.
set -eu

make_login() {
  # The password goes through the environment, so that it is in no list of processes.
  PASSWORD=$2 psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=role="$1" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
\getenv password PASSWORD
create role :"role" login password :'password';
SQL
}

make_login qaf_workforce "$QAF_WORKFORCE_PASSWORD"
make_login qaf_casework "$QAF_CASEWORK_PASSWORD"
make_login qaf_voice "$QAF_VOICE_PASSWORD"
make_login qaf_governance "$QAF_GOVERNANCE_PASSWORD"
