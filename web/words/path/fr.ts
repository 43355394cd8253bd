import type { StepsWords } from './en.ts'

export const stepsFr: StepsWords = {
  reasons: {
    'first-meeting': () => 'Rien n’a précédé\u202f: tout commence ici.',
    'track-step': () => 'C’est l’étape suivante du parcours de cet atelier.',
    smaller: () => 'La même chose que la première fois, en plus petit.',
    'not-done': () =>
      'Ce qui avait été convenu la première fois n’a pas été fait\u202f; inutile de demander pourquoi.',
    'cut-short': () => 'La première fois, la séance a été écourtée.',
    written: () => 'Choisi pour cette personne.',
    'leads-to': ({ act }) => `Mène à un acte que l’on n’a pas encore vu\u202f: ${act}.`,
    aim: ({ aim }) => `Sert l’objectif choisi\u202f: ${aim}.`,
    habit: ({ act }) => `Transforme en habitude ce qui a été vu\u202f: ${act}.`,
    blocker: ({ blocker }) => `Tient compte de ce qui fait obstacle\u202f: ${blocker}.`,
    phone: () => 'Peut se faire par téléphone.',
    'aim-seen': ({ aim }) =>
      `L’objectif est atteint\u202f: ${aim}. Il est temps de conclure, ou d’en choisir un autre.`,
    'walked-through': () =>
      'Tout ce qui convient a eu son tour\u202f: concluez, ou demandez à cette personne si elle ferait de même pour quelqu’un d’autre.',
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
    align: 'laisser voir le raisonnement',
    filters: 'entendre ceux que l’on n’entend pas',
  },
  blockers: {
    booked: 'un agenda plein',
    bottleneck: 'trop de choses qui attendent une seule personne',
    handled: 'ne voir que ce qui a été préparé',
    'on-the-go': 'des déplacements constants',
  },
}

/** The same reasons, for the executive to read. */
export const ownStepsFr: StepsWords = {
  reasons: {
    'first-meeting': () => 'Parce que c’est ici que vous commencez.',
    'track-step': () => 'Parce que c’est l’étape suivante du parcours que vous suivez.',
    smaller: () => 'Parce que vous l’avez essayé une fois\u202f: cette fois, c’est en plus petit.',
    'not-done': () =>
      'Ce que vous vouliez faire la première fois n’a pas été fait\u202f; vous n’avez pas à dire pourquoi.',
    'cut-short': () => 'La première fois, vous avez eu moins de temps que prévu.',
    written: () => 'Parce que cela a été choisi pour vous.',
    'leads-to': ({ act }) => `Parce que cela vous mène à un pas de plus\u202f: ${act}.`,
    aim: ({ aim }) => `Parce que cela sert votre objectif\u202f: ${aim}.`,
    habit: ({ act }) => `Parce que cela transforme en habitude ce que vous avez déjà fait\u202f: ${act}.`,
    blocker: ({ blocker }) => `Parce que cela tient compte de ce qui vous fait obstacle\u202f: ${blocker}.`,
    phone: () => 'Parce que vous pouvez le faire par téléphone.',
    'aim-seen': ({ aim }) =>
      `Vous avez atteint votre objectif\u202f: ${aim}. C’est le moment de conclure, ou d’en choisir un autre.`,
    'walked-through': () =>
      'Vous avez fait le tour de ce qui convient\u202f: concluez ou, si vous le souhaitez, faites de même pour quelqu’un d’autre.',
    'not-yet': () => 'Parce que vous ne l’avez pas encore abordé.',
  },
  acts: stepsFr.acts,
  aims: {
    scale: stepsFr.aims.scale,
    align: 'laisser voir votre raisonnement',
    filters: 'entendre ceux que vous n’entendez pas',
  },
  blockers: { ...stepsFr.blockers, bottleneck: 'trop de choses qui vous attendent' },
}
