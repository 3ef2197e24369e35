import { listLoader } from '@qaf/database';

/** What a setting of the authority is, over a time. */
export interface DatedSetting {
  value: number;
  source: string;
  validFrom: string;
  validTo: string | null;
}

/** Each setting over time, the earliest first. The key is its name. */
export const settingsOf = listLoader<DatedSetting & { key: string }>('workforceSetting.overTime', (row) => row.key, (unit, keys) =>
  unit.query(`select s.key, s.value, s.source, s.valid_from as "validFrom", s.valid_to as "validTo" from workforce_setting s where s.key = any($1::text[]) order by s.valid_from`, [keys]),
);

/** What was in force on a day; undefined when nothing was. */
export function settingOn(settings: readonly DatedSetting[], day: string): DatedSetting | undefined {
  return settings.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
}
