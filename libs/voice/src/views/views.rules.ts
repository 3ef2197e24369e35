/** What is known of how a child was heard. Null means that it is not known. */
export interface Heard {
  seen: boolean | null;
  seenAlone: boolean | null;
  participationCode: string | null;
  views: string | null;
  influencedPlan: boolean | null;
}

/** The occasions on which a child is heard, and what each is called where casework keeps it. */
export const OCCASIONS: Readonly<Record<string, string>> = {
  VISIT: 'Visit',
  LAC_REVIEW: 'CaseMeeting',
  CP_CONFERENCE: 'CaseMeeting',
  ASSESSMENT: 'Episode',
};

const MEETINGS = ['LAC_REVIEW', 'CP_CONFERENCE'];

export interface Fault {
  path: string[];
  message: string;
}

/** Fills what was left out with null; an empty text is no view. */
export function heardOf(input: { [K in keyof Heard]?: Heard[K] | undefined }): Heard {
  return {
    seen: input.seen ?? null,
    seenAlone: input.seenAlone ?? null,
    participationCode: input.participationCode ?? null,
    views: input.views || null,
    influencedPlan: input.influencedPlan ?? null,
  };
}

/** What cannot be right about a record of a child's views; null when it can. */
export function heardFault(occasion: string, heard: Heard): Fault | null {
  if (occasion === 'VISIT' && heard.seen === null) return { path: ['seen'], message: 'Say whether the child was seen on the visit.' };
  if (heard.seenAlone === true && heard.seen === false) return { path: ['seenAlone'], message: 'A child who was not seen was not seen alone.' };
  if (heard.participationCode !== null && !MEETINGS.includes(occasion)) return { path: ['participationCode'], message: 'Participation is for reviews and conferences.' };
  if (heard.influencedPlan === true && heard.views === null) return { path: ['views'], message: 'Say which views changed the plan.' };
  return null;
}
