import type { PageWords } from '../en.ts'

export const settlingFr: PageWords['settling'] = {
  title: 'Ce que vous avez décidé ensemble',
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
  inWritingHint:
    'Un courriel après chaque rendez-vous. La personne qui le reçoit peut y mettre fin sur sa page.',
  save: 'Noter',
  noted: 'C’est noté. Cela vaut dès le prochain rendez-vous.',
}
