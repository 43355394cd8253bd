import type { PageWords } from '../en.ts'

export const whoSeesFr: PageWords['whoSees'] = {
  title: 'Qui voit quoi',
  intro: 'C’est la liste que suit Sotto lui-même. Rien d’autre n’est montré à personne.',
  assistant: 'la personne qui tient votre agenda',
  nobody: 'personne d’autre',
  own: (who) => `${who}\u202f: seulement ce qui vient de cette personne`,
  knows: (who) => `${who}\u202f: seulement qu’il y en a une`,
  sights: {
    time: 'Quand, combien de temps et où',
    'mentor-name': 'Avec qui vous avez rendez-vous',
    answers: 'La réponse donnée à une date',
    bumps: 'Combien de fois une date a été reportée',
    topic: 'Le sujet de la demi-heure',
    aim: 'Votre objectif',
    track: 'Le parcours que vous suivez',
    commitment: 'Ce qui a été convenu, et si c’est fait',
    question: 'La question que vous laissez d’avance',
    why: 'Pourquoi un rendez-vous n’a pas eu lieu',
    'of-no-use': '«\u202fSans utilité\u202f», si c’était la raison',
    stage: 'Ce que l’on vous a vu faire jusqu’ici, ce qui peut vous freiner, et à quoi une séance a servi',
    'private-note': 'Une note que garde la personne rencontrée',
    'manager-note': 'Une note sur vos rendez-vous, gardée par les responsables',
    'needs-manager': 'Le fait que la personne rencontrée a signalé un point',
    'who-looked': 'Qui a consulté votre page',
    pulse: 'Ce que vous dites à mi-parcours et à la fin, et ce que vous demandez discrètement',
    history: 'Qui a changé quelle date, et quand',
  },
  left: {
    stage: 'Ce qui peut vous freiner, et à quoi une séance a servi',
    pulse: 'Ce que vous demandez discrètement\u202f: une pause, ou quelqu’un d’autre',
  },
}
