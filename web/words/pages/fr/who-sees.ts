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
    topic: 'De quoi parle la demi-heure',
    aim: 'Ce vers quoi vous travaillez',
    track: 'Le parcours que vous suivez',
    commitment: 'Ce qui a été convenu, et si c’est fait',
    question: 'La question que vous laissez avant',
    why: 'Pourquoi une date n’a pas eu lieu',
    'of-no-use': '« Sans utilité », si c’était la raison',
    stage: 'Ce qui a été vu de vous jusqu’ici',
    'private-note': 'Une note que garde le mentor',
    'needs-manager': 'Que le mentor demande un regard à la personne qui organise',
    'who-looked': 'Qui a regardé votre page',
    pulse: 'Ce que vous dites à mi-chemin et à la fin',
    history: 'Qui a changé quelle date, et quand',
  },
}
