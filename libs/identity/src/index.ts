export * from './roles';
export * from './viewer';
