import type { Around, ByWording } from './questionnaire.content';

/** The helpline’s number and the emergency number are public and free to call. */
export const CHILD_AROUND: ByWording<Around> = {
  'en STANDARD': {
    title: 'Your plan has ended: how was it?',
    introduction:
      'For a while there was a child protection plan to keep you safe. We want to know how it was for you, so that we do better for other children. Nobody can find out who wrote your answers, not even us. You can skip most questions.',
    help: 'Because nobody knows who you are, nobody can come to help you because of what you write here. If you are not safe, or something worries you, tell an adult you trust or your worker. You can call Childline free on 0800 1111, day or night. In an emergency call 999.',
  },
  'en EASY_READ': {
    title: 'How was your plan?',
    introduction: 'You had a plan to keep you safe. It has ended. Tell us how it was. Nobody will know who wrote it. You can leave questions out.',
    help: 'We do not know who you are. So we cannot come and help. Are you worried or not safe? Tell a grown-up you trust. Or call Childline. It is free: 0800 1111. In an emergency call 999.',
  },
  'en YOUNG_CHILD': {
    title: 'Tell us how it was',
    introduction: 'Somebody reads this to you. You point to a face. It is a secret who you are.',
    help: 'Are you sad or scared? Tell a grown-up you like. You can call Childline: 0800 1111.',
  },
  'pl STANDARD': {
    title: 'Twój plan się skończył: jak było?',
    introduction:
      'Przez pewien czas był plan ochrony, który miał dbać o Twoje bezpieczeństwo. Chcemy wiedzieć, jak to było dla Ciebie, żeby lepiej pomagać innym dzieciom. Nikt się nie dowie, kto napisał te odpowiedzi, nawet my. Większość pytań możesz pominąć.',
    help: 'Nikt nie wie, kim jesteś, więc nikt nie przyjdzie z pomocą z powodu tego, co tu napiszesz. Jeśli nie czujesz się bezpiecznie albo coś Cię martwi, powiedz o tym zaufanej dorosłej osobie lub swojemu pracownikowi. Możesz bezpłatnie zadzwonić do Childline: 0800 1111, w dzień i w nocy. W nagłym wypadku dzwoń pod 999.',
  },
  'pl EASY_READ': {
    title: 'Jak było z Twoim planem?',
    introduction: 'Był plan, żeby Cię chronić. Już się skończył. Powiedz nam, jak było. Nikt nie będzie wiedział, kto to napisał. Możesz pomijać pytania.',
    help: 'Nie wiemy, kim jesteś. Nie możemy więc przyjść i pomóc. Martwisz się albo boisz? Powiedz dorosłej osobie, której ufasz. Albo zadzwoń za darmo do Childline: 0800 1111. W nagłym wypadku dzwoń pod 999.',
  },
  'pl YOUNG_CHILD': {
    title: 'Opowiedz, jak było',
    introduction: 'Ktoś Ci to czyta. Ty pokazujesz buzię. Nikt nie wie, że to Ty.',
    help: 'Smutno Ci albo się boisz? Powiedz dorosłemu, którego lubisz. Możesz zadzwonić do Childline: 0800 1111.',
  },
};

export const PARENT_AROUND: ByWording<Around> = {
  'en STANDARD': {
    title: 'The plan has ended: how was it for your family?',
    introduction:
      'Your child no longer needs a child protection plan. Please tell us how you found our work, good and bad. Your answers are anonymous: nobody can tie them to you, and they change nothing for your family. You can skip most questions.',
    help: 'Because your answers are anonymous, nobody can act on them for your family. If you are worried about a child’s safety, or your own, speak to your worker or ask for the front door team at the council. The NSPCC helpline is 0808 800 5000. In an emergency call 999.',
  },
  'en EASY_READ': {
    title: 'How was the plan for your family?',
    introduction: 'The plan for your child has ended. Tell us how we did. Nobody will know who wrote it. You can leave questions out.',
    help: 'We do not know who you are. So we cannot help because of this form. Worried about a child? Tell your worker. Or call the NSPCC: 0808 800 5000. In an emergency call 999.',
  },
  'pl STANDARD': {
    title: 'Plan się zakończył: jak to było dla Państwa rodziny?',
    introduction:
      'Państwa dziecko nie potrzebuje już planu ochrony. Prosimy o opinię o naszej pracy, dobrą i złą. Odpowiedzi są anonimowe: nikt nie powiąże ich z Państwem i niczego nie zmienią w Państwa sprawie. Większość pytań można pominąć.',
    help: 'Odpowiedzi są anonimowe, więc nikt nie może na ich podstawie pomóc Państwa rodzinie. W razie obawy o bezpieczeństwo dziecka lub własne prosimy zwrócić się do pracownika albo zadzwonić na infolinię NSPCC: 0808 800 5000. W nagłym wypadku prosimy dzwonić pod 999.',
  },
};
