import type { PageWords } from '../en.ts'

export const whoSeesFr: PageWords['whoSees'] = {
  title: 'Qui voit quoi',
  intro: 'C’est la liste que suit Sotto lui-même. Rien d’autre n’est montré à personne.',
  assistant: 'votre assistant(e)',
  nobody: 'personne d’autre',
  own: (who) => `${who}\u00a0: seulement ce qui vient de cette personne`,
  knows: (who) => `${who}\u00a0: seulement qu’il y en a une`,
  sights: {
    time: 'Quand, combien de temps et où',
    'mentor-name': 'Avec qui vous avez rendez-vous',
    answers: 'Ce qui a été répondu à une date',
    bumps: 'Combien de fois une date a été déplacée',
    topic: 'Le sujet de la demi-heure',
    aim: 'Votre objectif',
    track: 'Le parcours que vous suivez',
    commitment: 'Ce qui a été convenu, et si c’est fait',
    question: 'La question que vous laissez d’avance',
    why: 'Pourquoi un rendez-vous n’a pas eu lieu',
    'of-no-use': '«\u00a0Sans utilité\u00a0», si c’était la raison',
    stage: 'Ce que l’on vous a vu faire jusqu’ici',
    'private-note': 'Une note que garde le mentor',
    'needs-manager': 'Le fait que le mentor demande à la personne qui organise d’y regarder',
    'who-looked': 'Qui a regardé votre page',
    pulse: 'Ce que vous dites à mi-chemin et à la fin',
    history: 'Qui a changé quelle date, et quand',
  },
}
