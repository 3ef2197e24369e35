export * from './access';
export * from './failure';
export * from './insert-rows';
export * from './loader';
export type { Planned } from './reading';
export * from './unit';
export * from './viewer-settings';
