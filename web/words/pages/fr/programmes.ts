import {
  MAX_PROGRAMME_NAME_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
} from '../../../../worker/domain/limits.ts'
import type { PageWords } from '../en.ts'

export const programmesFr: PageWords['programmes'] = {
  title: 'Vos programmes',
  link: 'Tous les programmes',
  pairings: (count) => (count === 0 ? 'aucun binôme' : count === 1 ? 'un binôme' : `${count} binômes`),
  open: 'Ouvrir un programme',
  openHint:
    'Vous le gérez, et personne d’autre ne le voit. Les personnes, règles et formats viennent ensuite.',
  name: 'Nom',
  nameHint: 'Lu par les responsables et les mentors.',
  shortNameHint:
    'Tel qu’il figure dans un expéditeur\u202f: «\u202fNadia H. via Northwind\u202f». Vide\u202f: le premier mot du nom.',
  openDo: 'Ouvrir',
  badName: `Indiquez un nom de ${MAX_PROGRAMME_NAME_CHARACTERS} caractères au plus.`,
  badShortName: `Un nom court compte ${MAX_PROGRAMME_SHORT_NAME_CHARACTERS} caractères au plus.`,
}
