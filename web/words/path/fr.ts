import type { StepsWords } from './en.ts'

export const stepsFr: StepsWords = {
  reasons: {
    'first-meeting': () => 'Rien n’est venu avant\u00a0: c’est ici que cela commence.',
    'track-step': () => 'C’est l’étape suivante du parcours de cet atelier.',
    smaller: () => 'Comme la fois d’avant, en plus petit.',
    'not-done': () => 'Ce qui en était convenu n’a pas été fait\u00a0; inutile de demander pourquoi.',
    'cut-short': () => 'C’était écourté.',
    written: () => 'C’est choisi pour ce dirigeant.',
    'leads-to': ({ act }) => `Mène à ce que personne n’a encore vu\u00a0: ${act}.`,
    aim: ({ aim }) => `Va dans le sens voulu\u00a0: ${aim}.`,
    habit: ({ act }) => `Fait une habitude de ce qui a été vu\u00a0: ${act}.`,
    blocker: ({ blocker }) => `Convient à ce qui fait obstacle\u00a0: ${blocker}.`,
    phone: () => 'Fonctionne par téléphone.',
    'aim-seen': ({ aim }) =>
      `C’est atteint\u00a0: ${aim}. Il est temps de conclure, ou de choisir autre chose.`,
    'walked-through': () =>
      'Tout ce qui convient est venu\u00a0: concluez bien, ou demandez si ce dirigeant ferait de même pour quelqu’un d’autre.',
    'not-yet': () => 'N’est pas encore venu.',
  },
  acts: {
    reading: 'suivre ce qui s’écrit',
    answering: 'répondre ouvertement',
    posting: 'publier quelque chose',
    'asking-others-in': 'faire venir d’autres',
  },
  aims: {
    scale: 'répondre une fois, là où cela se trouve',
    align: 'laisser voir comment on juge',
    filters: 'entendre ceux que l’on n’entend pas',
  },
  blockers: {
    booked: 'un agenda plein',
    bottleneck: 'trop de choses qui attendent une seule personne',
    handled: 'ne voir que ce qui est préparé',
    'on-the-go': 'être toujours en route',
  },
}
