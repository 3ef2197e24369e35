import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { ViewsRecordExists, ViewsRecordVersionStale } from './views.problems';

@ObjectType('RecordViewsSuccess', { description: 'The child’s views are on record.', simpleResolvers: true })
export class RecordViewsSuccess {
  viewsRecordId!: string;
}

@ObjectType('ChangeViewsSuccess', { description: 'The record is changed; what it was before is kept.', simpleResolvers: true })
export class ChangeViewsSuccess {
  viewsRecordId!: string;
}

export const RecordViewsResult = resultOf('RecordViewsResult', RecordViewsSuccess, [ViewsRecordExists]);
export const ChangeViewsResult = resultOf('ChangeViewsResult', ChangeViewsSuccess, [ViewsRecordVersionStale]);
