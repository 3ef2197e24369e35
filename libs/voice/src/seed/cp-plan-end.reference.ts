import { CHILD_AROUND } from './cp-plan-end-around.reference';
import { choice, ownWords, type QuestionnaireContent, scale, yesNo } from './questionnaire.content';

/** For children and young people, when their child protection plan has ended. */
export const CP_PLAN_END_CHILD: QuestionnaireContent = {
  code: 'cp-plan-end',
  title: 'End of a child protection plan: children and young people',
  audience: 'CHILD',
  around: CHILD_AROUND,
  questions: [
    scale({
      key: 'knew-why',
      priority: 'plans-and-planning',
      text: {
        'en STANDARD': 'I understood why there was a plan for me.',
        'en EASY_READ': 'I knew why I had a plan.',
        'pl STANDARD': 'Było dla mnie jasne, dlaczego jest plan.',
        'pl EASY_READ': 'Wiem, dlaczego był plan.',
      },
    }),
    scale({
      key: 'got-to-know-me',
      priority: 'assessments',
      text: {
        'en STANDARD': 'My worker got to know me and my family before deciding what should happen.',
        'en EASY_READ': 'My worker knows me and my family.',
        'pl STANDARD': 'Mój pracownik najpierw poznał mnie i moją rodzinę, a potem decydował.',
        'pl EASY_READ': 'Mój pracownik zna mnie i moją rodzinę.',
      },
    }),
    scale({
      key: 'visited-enough',
      priority: 'visits',
      text: {
        'en STANDARD': 'My worker came to see me often enough.',
        'en EASY_READ': 'My worker came to see me often.',
        'en YOUNG_CHILD': 'Was it good when your worker came to see you?',
        'pl STANDARD': 'Mój pracownik odwiedzał mnie wystarczająco często.',
        'pl EASY_READ': 'Mój pracownik często mnie odwiedzał.',
        'pl YOUNG_CHILD': 'Czy było fajnie, gdy pracownik do Ciebie przychodził?',
      },
    }),
    yesNo({
      key: 'seen-alone',
      priority: 'visits',
      text: {
        'en STANDARD': 'I could talk to my worker without anybody else listening.',
        'en EASY_READ': 'I could talk to my worker alone.',
        'en YOUNG_CHILD': 'Did you play or talk with your worker, just the two of you?',
        'pl STANDARD': 'Można było porozmawiać z pracownikiem tak, żeby nikt inny nie słyszał.',
        'pl EASY_READ': 'Była okazja, żeby rozmawiać z pracownikiem sam na sam.',
        'pl YOUNG_CHILD': 'Czy bawiliście się lub rozmawialiście tylko we dwoje?',
      },
    }),
    scale({
      key: 'listened-to',
      priority: 'visits',
      mandatory: true,
      text: {
        'en STANDARD': 'My worker listened to what I thought and wanted.',
        'en EASY_READ': 'My worker listened to me.',
        'en YOUNG_CHILD': 'Did your worker listen to you?',
        'pl STANDARD': 'Mój pracownik słuchał, co myślę i czego chcę.',
        'pl EASY_READ': 'Mój pracownik mnie słuchał.',
        'pl YOUNG_CHILD': 'Czy pracownik Cię słuchał?',
      },
    }),
    scale({
      key: 'made-a-difference',
      priority: 'plans-and-planning',
      text: {
        'en STANDARD': 'What I said made a difference to the plan.',
        'en EASY_READ': 'The plan changed because of what I said.',
        'pl STANDARD': 'To, co mówię, miało wpływ na plan.',
        'pl EASY_READ': 'Plan się zmienił, bo coś powiedziałem lub powiedziałam.',
      },
    }),
    scale({
      key: 'say-in-meetings',
      priority: 'meetings-and-reviews',
      text: {
        'en STANDARD': 'My views were heard in the meetings, whether I was there or not.',
        'en EASY_READ': 'People in the meetings knew what I think.',
        'pl STANDARD': 'Na spotkaniach liczyło się moje zdanie, także gdy mnie tam nie było.',
        'pl EASY_READ': 'Ludzie na spotkaniach wiedzieli, co myślę.',
      },
    }),
    choice(
      {
        key: 'way-of-taking-part',
        priority: 'meetings-and-reviews',
        text: {
          'en STANDARD': 'How did the meetings mostly get to know what you think?',
          'en EASY_READ': 'How did people in meetings know what you think?',
          'pl STANDARD': 'W jaki sposób na spotkaniach najczęściej poznawano Twoje zdanie?',
          'pl EASY_READ': 'Skąd ludzie na spotkaniach wiedzieli, co myślisz?',
        },
        labels: {
          'en STANDARD': { NOT_AT_ALL: 'They did not', THROUGH_WORKER: 'My worker told them', IN_WRITING: 'I wrote or drew something', THROUGH_ADVOCATE: 'An advocate spoke for me', IN_PERSON: 'I was there' },
          'en EASY_READ': { NOT_AT_ALL: 'They did not know', THROUGH_WORKER: 'My worker said it', IN_WRITING: 'I wrote or drew it', THROUGH_ADVOCATE: 'My advocate said it', IN_PERSON: 'I was there' },
          'pl STANDARD': { NOT_AT_ALL: 'Wcale', THROUGH_WORKER: 'Mówił o tym mój pracownik', IN_WRITING: 'Z tego, co napisano lub narysowano', THROUGH_ADVOCATE: 'Mówił za mnie rzecznik', IN_PERSON: 'Byłem lub byłam na miejscu' },
          'pl EASY_READ': { NOT_AT_ALL: 'Nie wiedzieli', THROUGH_WORKER: 'Powiedział pracownik', IN_WRITING: 'Z kartki albo rysunku', THROUGH_ADVOCATE: 'Powiedział rzecznik', IN_PERSON: 'Byłem lub byłam tam' },
        },
      },
      ['NOT_AT_ALL', 'THROUGH_WORKER', 'IN_WRITING', 'THROUGH_ADVOCATE', 'IN_PERSON'],
    ),
    scale({
      key: 'no-waiting',
      priority: 'management-oversight',
      text: {
        'en STANDARD': 'When something had to be decided for me, I did not have to wait too long.',
        'en EASY_READ': 'I did not wait long when I needed help.',
        'pl STANDARD': 'Kiedy trzeba było coś dla mnie postanowić, nie trwało to zbyt długo.',
        'pl EASY_READ': 'Na pomoc nie trzeba było długo czekać.',
      },
    }),
    scale({
      key: 'better-now',
      text: {
        'en STANDARD': 'Things are better for me now than before the plan.',
        'en EASY_READ': 'Things are better now.',
        'en YOUNG_CHILD': 'Is it nicer at home now?',
        'pl STANDARD': 'Teraz jest u mnie lepiej niż przed planem.',
        'pl EASY_READ': 'Teraz jest lepiej.',
        'pl YOUNG_CHILD': 'Czy w domu jest teraz milej?',
      },
    }),
    yesNo({
      key: 'feel-safe',
      mandatory: true,
      help: ['NO', 'NOT_SURE'],
      text: {
        'en STANDARD': 'I feel safe where I live now.',
        'en EASY_READ': 'I feel safe at home.',
        'en YOUNG_CHILD': 'Do you feel safe at home?',
        'pl STANDARD': 'Tam, gdzie teraz mieszkam, czuję się bezpiecznie.',
        'pl EASY_READ': 'W domu czuję się bezpiecznie.',
        'pl YOUNG_CHILD': 'Czy w domu czujesz się bezpiecznie?',
      },
    }),
    ownWords({
      key: 'what-helped',
      text: {
        'en STANDARD': 'What helped you most?',
        'en EASY_READ': 'What helped you?',
        'en YOUNG_CHILD': 'What did you like?',
        'pl STANDARD': 'Co pomogło Ci najbardziej?',
        'pl EASY_READ': 'Co Ci pomogło?',
        'pl YOUNG_CHILD': 'Co Ci się podobało?',
      },
    }),
    ownWords({
      key: 'what-to-change',
      text: {
        'en STANDARD': 'What should we do differently for other children?',
        'en EASY_READ': 'What should we do better?',
        'pl STANDARD': 'Co powinniśmy robić inaczej dla innych dzieci?',
        'pl EASY_READ': 'Co mamy robić lepiej?',
      },
    }),
  ],
};
