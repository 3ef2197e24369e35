#!/bin/sh
# Makes the database's key and certificate, once. The certificate is its own authority: those who ask the database trust it alone.
set -eu
folder=${1:-/certificates}
[ -s "$folder/root.crt" ] && exit 0
mkdir -p "$folder/private"
openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=database -addext subjectAltName=DNS:database \
  -keyout "$folder/private/server.key" -out "$folder/server.crt" 2>/dev/null
chmod 600 "$folder/private/server.key"
if [ "$(id -u)" = 0 ]; then chown postgres "$folder/private" "$folder/private/server.key"; fi
cp "$folder/server.crt" "$folder/root.crt.new"
mv "$folder/root.crt.new" "$folder/root.crt"
