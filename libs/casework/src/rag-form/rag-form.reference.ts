/** What a chair looks at in each case, in this order. Ours: the programme asks for problems of practice, drift and delay, by area. */
export const RAG_AREAS = [
  { code: 'plan', title: 'The plan: clear, current and followed' },
  { code: 'decisions', title: 'Decisions of the last review or conference: carried out in time' },
  { code: 'visits', title: 'Visits: in time, the child seen and seen alone' },
  { code: 'voice', title: 'The child’s voice: heard, and shaping the plan' },
  { code: 'reports', title: 'Reports: in time and shared with the family' },
  { code: 'oversight', title: 'Management oversight: regular and on record' },
] as const;

/** Working days that the team manager has to answer a form. */
export const ANSWER_WITHIN = 10;
