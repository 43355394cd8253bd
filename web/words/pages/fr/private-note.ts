import type { privateNoteEn } from '../en/private-note.ts'

export const privateNoteFr: typeof privateNoteEn = {
  title: 'Une note pour vous-même',
  about: (executive) =>
    `Personne d’autre ne la lit. ${executive} voit sur sa page qu’il y en a une. Elle est effacée trente jours après la séance.`,
  field: 'Votre note',
  save: 'Garder la note',
  remove: 'L’effacer',
  sealed:
    'Il y a une note, mais elle ne s’ouvre pas\u202f: la clé qui l’a chiffrée n’est plus là. Vous pouvez seulement l’effacer.',
  kept: 'La note est gardée.',
  removed: 'La note est effacée.',
  thereIsOne:
    'Quelqu’un que vous rencontrez garde une note personnelle sur l’une de vos séances. Personne d’autre ne la lit, et elle est effacée trente jours après la séance.',
}
