import type { StandardFormat } from '../../../worker/domain/path/format.ts'
import type { StandardWords } from './en.ts'

export const formatWordsFr: Readonly<Record<StandardFormat, StandardWords>> = {
  'read-with-me': {
    name: 'Lire avec moi',
    prompts: [
      'Quel fil auriez-vous voulu connaître une semaine plus tôt\u00a0?',
      'À qui, dans ce fil, aimeriez-vous répondre\u00a0?',
    ],
    avoid: 'Le peu que l’on a regardé jusqu’ici.',
    next: 'Lire un fil par semaine',
  },
  'one-question': {
    name: 'Une question, une seule réponse en public',
    prompts: [
      'Que vous a-t-on demandé trois fois ce mois-ci\u00a0?',
      'Où une seule réponse aurait-elle été vue de tous\u00a0?',
    ],
    avoid: 'Le nombre de lecteurs.',
    next: 'Répondre à une question en public',
  },
  'first-post': {
    name: 'Écrire ensemble le premier message',
    prompts: [
      'Que dites-vous en ce moment à chacun, un par un\u00a0?',
      'Quelle en est la première phrase\u00a0?',
    ],
    avoid: 'Les chartes rédactionnelles.',
    next: 'Publier ce qui a été écrit ensemble',
  },
  'mail-to-thread': {
    name: 'Faire d’un courriel un fil',
    prompts: [
      'Quel courriel de la semaine avait le plus de monde en copie\u00a0?',
      'Qu’est-ce qui doit y rester privé\u00a0?',
    ],
    avoid: 'L’auteur du courriel.',
    next: 'Faire d’un courriel un fil',
  },
  'unfiltered-listening': {
    name: 'Écouter sans filtre',
    prompts: [
      'Qu’avez-vous entendu une seule fois, et tout bas\u00a0?',
      'Qui pourriez-vous en remercier\u00a0?',
    ],
    avoid: 'Qui prépare les dossiers.',
    next: 'Remercier quelqu’un de l’avoir dit',
  },
  'three-threads': {
    name: 'Trois fils que l’on ne vous montrerait pas',
    prompts: [
      'Lequel des trois vous surprend\u00a0?',
      'Qu’est-ce qui changerait si vous répondiez à l’un d’eux\u00a0?',
    ],
    avoid: 'Pourquoi ils n’ont pas été montrés.',
    next: 'Répondre à l’un des trois',
  },
  'walking-call': {
    name: 'Appel en marchant',
    prompts: [
      'Qu’avez-vous vu aujourd’hui que d’autres devraient savoir\u00a0?',
      'En une phrase, qu’écririez-vous\u00a0?',
    ],
    avoid: 'Tout ce qui demande un écran.',
    next: 'Dire aux autres ce que vous avez vu',
  },
  'voice-to-post': {
    name: 'De la voix au message',
    prompts: [
      'Dites-le comme à un collègue dans l’ascenseur.',
      'Puis-je l’écrire tel que vous l’avez dit\u00a0?',
    ],
    avoid: 'Corriger pendant que cela se dit.',
    next: 'Publier ce qui a été dit',
  },
}
