/** The years for which quality assurance is planned and counted: each begins on 1 April. */
export const BUSINESS_YEARS = Array.from({ length: 12 }, (_, index) => {
  const first = 2016 + index;
  return { code: `${first}-${String((first + 1) % 100).padStart(2, '0')}`, startsOn: `${first}-04-01`, endsBefore: `${first + 1}-04-01` };
});

/** The five practice priorities of the framework for 2018-19, in force until others are set. */
export const PRACTICE_PRIORITIES = [
  {
    code: 'plans-and-planning',
    title: 'Plans and planning',
    description:
      'Every child has a plan that is specific, measured and dated, rests on a sound assessment of risk and need, and is brought up to date after each review. It names what matters to the child and what each professional will do. Planning for permanence can be seen on the record and moves forward.',
  },
  {
    code: 'management-oversight',
    title: 'Management oversight and supervision',
    description:
      'Managers’ oversight and reflective supervision show on every case, at the pace the case needs. Workers are supported, can reach a manager when they must, and what is decided between supervisions is on the record with its reason.',
  },
  {
    code: 'assessments',
    title: 'Assessments',
    description:
      'Assessments draw on research and recognised tools, weigh risk against what protects the child, and come to a clear analysis that leads to the plan. They hold what health, education and the family know.',
  },
  {
    code: 'meetings-and-reviews',
    title: 'Meetings and reviews',
    description:
      'Meetings and reviews make, test and change the child’s plan. Papers are ready in time, the right professionals are asked, children and families take part, and the agenda moves the plan on.',
  },
  {
    code: 'visits',
    title: 'Visits',
    description: 'Visits are in time and have a purpose. Direct work brings change for the family. Children are seen alone, and their wishes and feelings are written down clearly.',
  },
];

/** The first vocabulary of learning themes; the authority adds to it and retires from it. */
export const THEMES = [
  { code: 'voice-of-the-child', title: 'Voice of the child', description: 'Whether children were seen, heard and understood, and whether what they said changed anything.' },
  { code: 'direct-work', title: 'Direct work', description: 'Work done with children and families themselves, and the tools used for it.' },
  { code: 'assessment-and-analysis', title: 'Assessment and analysis', description: 'Gathering what is known, weighing it and saying what it means for the child.' },
  { code: 'risk-and-safety', title: 'Risk and safety', description: 'Recognising harm, deciding in time and keeping children safe.' },
  { code: 'planning-for-outcomes', title: 'Planning for outcomes', description: 'Plans that say what will be different for the child, by when and through whom.' },
  { code: 'permanence', title: 'Permanence', description: 'Finding each child a settled home and deciding on it without delay.' },
  { code: 'drift-and-delay', title: 'Drift and delay', description: 'Work that stands still, dates that pass, decisions that wait.' },
  { code: 'management-oversight', title: 'Management oversight', description: 'Supervision, case direction and decisions by managers, and the record of them.' },
  { code: 'reviews-and-conferences', title: 'Reviews and conferences', description: 'Preparation, timeliness, participation and the follow-up of what was decided.' },
  { code: 'visits-and-contact', title: 'Visits and contact', description: 'Frequency and purpose of visits; being seen alone; time with family.' },
  { code: 'family-engagement', title: 'Working with families', description: 'Parents, carers and wider family as partners, fathers and absent parents among them.' },
  { code: 'identity-and-diversity', title: 'Identity and diversity', description: 'Culture, language, religion, disability and identity, and what they mean for the work.' },
  { code: 'multi-agency-working', title: 'Multi-agency working', description: 'Sharing what is known, doing what was agreed, challenging one another.' },
  { code: 'thresholds-and-front-door', title: 'Thresholds and the front door', description: 'The right service at the right time, and answers to those who refer.' },
  { code: 'early-help', title: 'Early help', description: 'Support before problems grow, and stepping up and down between services.' },
  { code: 'neglect', title: 'Neglect', description: 'Recognising it, measuring it and acting before it lasts.' },
  { code: 'domestic-abuse', title: 'Domestic abuse', description: 'Its effect on children, and work with victims and with those who harm.' },
  { code: 'exploitation-and-missing', title: 'Exploitation and going missing', description: 'Sexual and criminal exploitation, and what follows when a child goes missing.' },
  { code: 'health-and-education', title: 'Health and education', description: 'Health checks, school, attainment and support for special needs.' },
  { code: 'leaving-care', title: 'Leaving care', description: 'Getting ready for independence, keeping in touch, homes and work.' },
  { code: 'recording', title: 'Recording', description: 'A record that is up to date, tells the child’s story and can be read by the child.' },
  { code: 'transfer-and-closure', title: 'Transfer and closure', description: 'Handing over between workers and teams, and ending work well.' },
];

/** Themes may be used from the beginning of the first business year. */
export const THEMES_FROM = '2016-04-01';

/** The year that the first priorities were set for. */
export const PRIORITIES_SET_FOR = '2018-19';
