import { FORMATS_PER_TRACK, MAX_TRACK_NAME_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { PageWords } from '../en.ts'

export const tracksFr: PageWords['tracks'] = {
  title: (programme) => `Parcours de ${programme}`,
  about:
    'Un parcours est une suite de formats dans un ordre fixe, pour les ateliers. Un atelier copie son parcours quand il commence, saute ce qui a déjà été vu, et se termine par la dernière rencontre.',
  itsTracks: 'Ses parcours',
  list: 'Parcours',
  toList: 'Tous les parcours',
  add: 'Ajouter un parcours',
  adding: 'L’ajouter à la liste',
  save: 'Enregistrer',
  name: 'Titre pour ceux qui s’en servent',
  nameHint:
    'Vous, le mentor et le dirigeant le lisez\u00a0; il n’apparaît ni chez un assistant, ni dans l’objet d’un courriel, ni dans un agenda.',
  step: (step) => `Étape ${step}`,
  noStep: 'Rien',
  stepsHint: `De ${FORMATS_PER_TRACK.least} à ${FORMATS_PER_TRACK.most} formats, chacun une fois. La première et la dernière rencontre s’ajoutent automatiquement et ne sont pas comptées.`,
  materials: 'Documents propres à cette étape',
  text: 'Texte pour le mentor',
  link: 'Lien pour le mentor',
  copy: 'Copier',
  copyOf: (name) => `${name} (copie)`,
  copyHint: 'Un parcours à part, avec les mêmes étapes.',
  putAway: 'Mettre de côté',
  putAwayHint: 'Plus aucun atelier ne commence ce parcours\u00a0; ceux qui le suivent continuent.',
  putAwayTitle: 'Mis de côté',
  takeBack: 'Reprendre',
  choose: 'Parcours',
  chooseHint: 'Un atelier déjà commencé garde son parcours tel qu’il était au départ.',
  none: 'Aucun\u00a0: ce qui vient ensuite est proposé',
  place: (step, of, name) => `${step} sur ${of}\u00a0: ${name}`,
  materialsOfStep: 'Documents de cette étape',
  badName: `Écrivez un titre de ${MAX_TRACK_NAME_CHARACTERS} caractères au plus.`,
  badSteps: `Choisissez de ${FORMATS_PER_TRACK.least} à ${FORMATS_PER_TRACK.most} formats.`,
  badTwice: 'Ce format est déjà dans le parcours.',
}
