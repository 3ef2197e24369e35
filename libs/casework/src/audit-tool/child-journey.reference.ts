import type { QuestionKind } from '../audit-answer/audit-answer.rules';

/** A question as it is published. Graded questions weigh 1 unless said; a question must be answered unless `optional`. */
export interface ToolQuestion {
  key: string;
  kind: QuestionKind;
  text: string;
  guidance?: string;
  weight?: number;
  limiting?: true;
  optional?: true;
}

export interface ToolSection {
  title: string;
  /** The practice priority that its questions serve; null where they serve all. */
  priority: string | null;
  questions: ToolQuestion[];
}

/** What the practitioner makes sure of before the auditor opens the file. */
export const CHILD_JOURNEY_CHECKLIST: { key: string; text: string }[] = [
  { key: 'basic-details', text: 'The child’s particulars, family, language, faith and any disability are up to date.' },
  { key: 'chronology', text: 'There is a chronology, and it reaches the last month.' },
  { key: 'assessment-on-file', text: 'The latest assessment is on the file and has been agreed by a manager.' },
  { key: 'plan-on-file', text: 'The plan in force is on the file and was brought up to date after the last review.' },
  { key: 'visits-recorded', text: 'Every visit is recorded, with whether the child was seen and seen alone.' },
  { key: 'minutes-on-file', text: 'Minutes of reviews, conferences and core groups are on the file.' },
  { key: 'supervision-on-file', text: 'Supervision and management decisions are on the file.' },
  { key: 'views-on-file', text: 'The child’s views, in their own words or by what was observed, can be found on the file.' },
];

const VOICE: ToolSection = {
  title: 'The child’s voice',
  priority: null,
  questions: [
    { key: 'voice-evident', kind: 'GRADE', weight: 3, text: 'How well can the child be heard and known through the record?', guidance: 'Their own words, play and drawings, what was observed of a baby or a child without speech; not what adults say of them alone.' },
    { key: 'voice-influence', kind: 'GRADE', weight: 2, text: 'How far did what the child said or showed change what was done?', guidance: 'Look for a decision that names the child’s view, and for an answer to the child where it was not followed.' },
    { key: 'identity-considered', kind: 'GRADE', text: 'How well are culture, language, faith, disability and identity understood, and acted on?' },
    { key: 'service-user-view', kind: 'YES_NO_NA', text: 'Did the auditor speak to the child, or to a parent or carer, for this audit?', guidance: 'Not applicable where speaking to the family would not be safe or kind now; say why in the comment.' },
  ],
};

const ASSESSMENTS: ToolSection = {
  title: 'Assessments',
  priority: 'assessments',
  questions: [
    { key: 'assessment-quality', kind: 'GRADE', weight: 2, text: 'How well does the assessment gather and weigh what matters for this child?', guidance: 'History, health, education, both parents and others who care; recognised tools and research where they help.' },
    { key: 'assessment-analysis', kind: 'GRADE', weight: 2, text: 'How clearly does the analysis say what the risks and strengths mean for the child?', guidance: 'A reader should see why the plan is what it is.' },
    { key: 'risk-responded', kind: 'GRADE', weight: 3, limiting: true, text: 'How well were risks of harm recognised and answered in time?', guidance: 'Caps the computed grade: a file on which risk was missed is no better than that.' },
    { key: 'assessment-in-time', kind: 'YES_NO_NA', text: 'Was the latest assessment finished in time?' },
  ],
};

const PLANS: ToolSection = {
  title: 'Plans and planning',
  priority: 'plans-and-planning',
  questions: [
    { key: 'plan-outcomes', kind: 'GRADE', weight: 2, text: 'How well does the plan say what will be different for the child, by when and through whom?', guidance: 'Specific, measured and dated; in words that the family can use.' },
    { key: 'plan-progress', kind: 'GRADE', weight: 2, text: 'How far has the plan moved the child’s life forward, without drift or delay?' },
    { key: 'plan-current', kind: 'YES_NO_NA', text: 'Was the plan brought up to date after the last review or conference?' },
    { key: 'permanence', kind: 'GRADE', text: 'How well is a settled home planned for, with a second plan where one is needed?', guidance: 'Not applicable where the child’s home is not in question.' },
    { key: 'drift', kind: 'RAG', text: 'Is there drift or delay now?', guidance: 'Red: serious, and nobody has acted. Amber: some, or being dealt with. Green: none.' },
  ],
};

const MEETINGS: ToolSection = {
  title: 'Meetings and reviews',
  priority: 'meetings-and-reviews',
  questions: [
    { key: 'reviews-in-time', kind: 'YES_NO_NA', text: 'Were reviews, conferences and core groups held in time?' },
    { key: 'reviews-purpose', kind: 'GRADE', text: 'How well do meetings test the plan and change it?' },
    { key: 'participation', kind: 'GRADE', text: 'How well were the child and the family helped to take part?', guidance: 'Papers beforehand, an advocate where wanted, a time and place that suit them.' },
    { key: 'partners-contribute', kind: 'GRADE', text: 'How well do other professionals contribute, and do what was agreed?' },
  ],
};

const VISITS: ToolSection = {
  title: 'Visits',
  priority: 'visits',
  questions: [
    { key: 'visits-in-time', kind: 'YES_NO_NA', text: 'Were visits made as often as the plan and the law ask?' },
    { key: 'seen-alone', kind: 'YES_NO_NA', limiting: true, text: 'Was the child seen, and seen alone, where age and understanding allow?', guidance: 'A no caps the computed grade at requires improvement. Not applicable to an unborn child.' },
    { key: 'direct-work', kind: 'GRADE', weight: 2, text: 'How purposeful are visits, and what has direct work changed for the family?' },
    { key: 'relationship', kind: 'SCALE', optional: true, text: 'From 1 to 10, how well does the worker know this child?' },
  ],
};

const OVERSIGHT: ToolSection = {
  title: 'Management oversight and supervision',
  priority: 'management-oversight',
  questions: [
    { key: 'oversight-evident', kind: 'GRADE', weight: 2, text: 'How well does management oversight show on the file, at the pace that the case needs?' },
    { key: 'supervision-reflective', kind: 'GRADE', text: 'How reflective is supervision, and does it change the work?' },
    { key: 'decisions-recorded', kind: 'YES_NO_NA', text: 'Are decisions taken outside supervision recorded with their reasons?' },
    { key: 'next-steps', kind: 'TEXT', text: 'What has to happen next for this child?' },
  ],
};

/** The audit of a child’s whole journey, in the order in which an auditor reads a file. */
export const CHILD_JOURNEY: ToolSection[] = [VOICE, ASSESSMENTS, PLANS, MEETINGS, VISITS, OVERSIGHT];
