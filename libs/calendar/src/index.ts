export * from './dates';
export * from './periods';
export * from './holidays';
export * from './working-days';
