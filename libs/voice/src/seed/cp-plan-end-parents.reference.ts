import { PARENT_AROUND } from './cp-plan-end-around.reference';
import { choice, ownWords, type QuestionnaireContent, scale, yesNo } from './questionnaire.content';

/** For parents, when their child’s protection plan has ended. */
export const CP_PLAN_END_PARENTS: QuestionnaireContent = {
  code: 'cp-plan-end-parents',
  title: 'End of a child protection plan: parents',
  audience: 'PARENT',
  around: PARENT_AROUND,
  questions: [
    scale({
      key: 'understood-worries',
      priority: 'assessments',
      text: {
        'en STANDARD': 'I understood what people were worried about.',
        'en EASY_READ': 'I knew what people were worried about.',
        'pl STANDARD': 'Było dla mnie jasne, czego dotyczyły obawy.',
      },
    }),
    scale({
      key: 'fair-picture',
      priority: 'assessments',
      text: {
        'en STANDARD': 'The assessment gave a fair picture of our family, with what we do well.',
        'en EASY_READ': 'What was written about us was fair.',
        'pl STANDARD': 'Ocena rzetelnie opisywała naszą rodzinę, także to, co robimy dobrze.',
      },
    }),
    scale({
      key: 'respected',
      priority: 'visits',
      mandatory: true,
      text: {
        'en STANDARD': 'I was treated with respect.',
        'en EASY_READ': 'People were respectful to me.',
        'pl STANDARD': 'Traktowano mnie z szacunkiem.',
      },
    }),
    scale({
      key: 'useful-visits',
      priority: 'visits',
      text: {
        'en STANDARD': 'The visits helped us to change things.',
        'en EASY_READ': 'The visits helped us.',
        'pl STANDARD': 'Wizyty pomogły nam wprowadzić zmiany.',
      },
    }),
    scale({
      key: 'part-in-plan',
      priority: 'plans-and-planning',
      text: {
        'en STANDARD': 'I had a part in making the plan.',
        'en EASY_READ': 'I helped to make the plan.',
        'pl STANDARD': 'Plan powstawał z moim udziałem.',
      },
    }),
    scale({
      key: 'knew-what-to-do',
      priority: 'plans-and-planning',
      text: {
        'en STANDARD': 'I knew what had to change, by when, and who would help.',
        'en EASY_READ': 'I knew what I had to do.',
        'pl STANDARD': 'Było jasne, co ma się zmienić, do kiedy i kto pomoże.',
      },
    }),
    yesNo({
      key: 'reports-in-time',
      priority: 'meetings-and-reviews',
      text: {
        'en STANDARD': 'I had the reports early enough before each conference to read them.',
        'en EASY_READ': 'I got the papers before the meetings.',
        'pl STANDARD': 'Przed każdą konferencją był czas, by przeczytać raporty.',
      },
    }),
    scale({
      key: 'heard-in-conference',
      priority: 'meetings-and-reviews',
      text: {
        'en STANDARD': 'I could say what I wanted to say in the conferences, and it was taken seriously.',
        'en EASY_READ': 'People listened to me in the meetings.',
        'pl STANDARD': 'Na konferencjach można było powiedzieć swoje i brano to poważnie.',
      },
    }),
    choice(
      {
        key: 'number-of-workers',
        priority: 'management-oversight',
        text: {
          'en STANDARD': 'How many social workers did your family have during the plan?',
          'en EASY_READ': 'How many social workers did you have?',
          'pl STANDARD': 'Ilu pracowników socjalnych miała Państwa rodzina w czasie planu?',
        },
        labels: {
          'en STANDARD': { THREE_OR_MORE: 'Three or more', TWO: 'Two', ONE: 'One' },
          'en EASY_READ': { THREE_OR_MORE: '3 or more', TWO: '2', ONE: '1' },
          'pl STANDARD': { THREE_OR_MORE: 'Troje lub więcej', TWO: 'Dwoje', ONE: 'Jednego' },
        },
      },
      ['THREE_OR_MORE', 'TWO', 'ONE'],
    ),
    scale({
      key: 'put-right',
      priority: 'management-oversight',
      text: {
        'en STANDARD': 'When something was wrong I knew whom to tell, and it was put right.',
        'en EASY_READ': 'When something was wrong, somebody helped.',
        'pl STANDARD': 'Gdy coś było nie tak, było wiadomo, komu to zgłosić, i zostało to naprawione.',
      },
    }),
    yesNo({
      key: 'safer-now',
      mandatory: true,
      help: ['NO', 'NOT_SURE'],
      text: {
        'en STANDARD': 'My child is safer now than when the plan began.',
        'en EASY_READ': 'My child is safer now.',
        'pl STANDARD': 'Moje dziecko jest teraz bezpieczniejsze niż na początku planu.',
      },
    }),
    ownWords({
      key: 'what-helped',
      text: { 'en STANDARD': 'What helped your family most?', 'en EASY_READ': 'What helped you?', 'pl STANDARD': 'Co najbardziej pomogło Państwa rodzinie?' },
    }),
    ownWords({
      key: 'what-to-change',
      text: { 'en STANDARD': 'What should we do differently?', 'en EASY_READ': 'What should we do better?', 'pl STANDARD': 'Co powinniśmy robić inaczej?' },
    }),
  ],
};
