import { types, type CustomTypesConfig } from 'pg';

const DATE = 1082;
const INT8 = 20;

/** Dates stay text (a date has no zone); bigint counts become numbers. */
export const rowTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return (value: string) => Number(value);
    return types.getTypeParser(oid, format as 'text');
  }) as CustomTypesConfig['getTypeParser'],
};
