import type { StepsWords } from './en.ts'

export const stepsFr: StepsWords = {
  reasons: {
    'first-meeting': () => 'Rien n’est venu avant\u00a0: c’est ici que cela commence.',
    'track-step': () => 'C’est l’étape suivante du parcours de cet atelier.',
    smaller: () => 'La même chose qu’avant, en plus petit.',
    'not-done': () => 'Ce qui avait été convenu alors n’a pas été fait\u00a0; inutile de demander pourquoi.',
    'cut-short': () => 'Cela avait été écourté.',
    written: () => 'Choisi pour cette personne.',
    'leads-to': ({ act }) => `Mène à ce que personne n’a encore vu\u00a0: ${act}.`,
    aim: ({ aim }) => `Sert le but choisi\u00a0: ${aim}.`,
    habit: ({ act }) => `Fait une habitude de ce qui a été vu\u00a0: ${act}.`,
    blocker: ({ blocker }) => `Convient à ce qui fait obstacle\u00a0: ${blocker}.`,
    phone: () => 'Fonctionne par téléphone.',
    'aim-seen': ({ aim }) =>
      `Le but est atteint\u00a0: ${aim}. Il est temps de conclure, ou d’en choisir un autre.`,
    'walked-through': () =>
      'Tout ce qui convient a eu son tour\u00a0: concluez bien, ou demandez à cette personne si elle ferait de même pour quelqu’un d’autre.',
    'not-yet': () => 'N’a pas encore été abordé.',
  },
  acts: {
    reading: 'suivre ce qui s’écrit',
    answering: 'répondre devant tous',
    posting: 'publier quelque chose',
    'asking-others-in': 'inviter d’autres personnes',
  },
  aims: {
    scale: 'répondre une fois, là où l’on retrouve la réponse',
    align: 'laisser voir comment on juge',
    filters: 'entendre ceux que l’on n’entend pas',
  },
  blockers: {
    booked: 'un agenda plein',
    bottleneck: 'trop de choses qui attendent une seule personne',
    handled: 'ne voir que ce qui est préparé',
    'on-the-go': 'des déplacements constants',
  },
}
