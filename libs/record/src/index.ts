export { EventMalformed, type DomainEvent, type NewEvent, type Routes } from './event/domain-event';
export { publish, publishMany } from './event/publish';
export { firstTime } from './event/first-time';
export { writeAccess, type AccessRecord } from './access/write-access';
export { EventRelay } from './relay/event-relay';
export { EventRefused, type RelayLogger, type RelayOptions } from './relay/options';
export type { WaitingEvents } from './relay/waiting';
export { dropRecordTables, recordTables } from './tables/record-tables';
export type { Transaction } from './transaction';
