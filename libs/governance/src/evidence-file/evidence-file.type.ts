import { LocalDate, Text } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('EvidenceFile', {
  description: 'A file that shows what was done about an action. Never changed; seen by those who see the action’s detail; can be removed by the one who attached it and by quality.',
  simpleResolvers: true,
})
export class EvidenceFile {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'What it shows, in one line; never names a child.' })
  title!: string | null;

  @Field(() => Text, { nullable: true, description: 'The name it is saved under: the sender’s, with the ending of what the file really is. May be personal.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The media type, told from the content: PDF, PNG, JPEG, XLSX, DOCX, CSV or plain text.' })
  contentType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its size in bytes; 26,214,400 (25 MB) at most.' })
  bytes!: number | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the content, 64 hexadecimal digits. The same content always has the same.' })
  sha256!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was attached.' })
  uploadedOn!: string | null;

  actionId!: string;
  uploadedById?: string | null;
}
