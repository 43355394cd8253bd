import type { PageWords } from '../en.ts'

export const settlingFr: PageWords['settling'] = {
  title: 'Ce que vous avez décidé à deux',
  about: (other, manager) =>
    `Uniquement ce que vous vous êtes dit\u202f; laissez le reste tel quel. ${other} le retrouve sur sa propre page, et ${manager} peut le voir et le modifier.`,
  obstacles: 'Ce qui fait obstacle',
  obstacle: {
    booked: 'L’agenda est plein pour des semaines',
    bottleneck: 'Trop de choses attendent une seule personne',
    handled: 'Peu de choses arrivent sans filtre',
    'on-the-go': 'Rarement à son bureau',
  },
  byPhone: 'Désormais par téléphone',
  inWriting: 'Envoyer par écrit ce qui a été convenu',
  inWritingHint: 'Un message après chaque rencontre. Qui le reçoit peut l’arrêter sur sa propre page.',
  save: 'Noter',
  noted: 'C’est noté. Cela vaut à partir de la prochaine rencontre.',
}
