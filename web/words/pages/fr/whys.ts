import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

export const whysFr: PageWords['whys'] = {
  codes: {
    'full-week': 'Semaine chargée',
    travel: 'Déplacement',
    'not-now': 'Pas en ce moment',
    'of-no-use': 'Sans utilité',
    'rather-not-say': 'Je préfère ne pas le dire',
  },
  ask: 'Y avait-il une raison\u202f? Un seul clic, si vous le voulez bien.',
  readByManager: (manager) => `La réponse ne sera lue que par ${manager}.`,
  readByBoth: (manager, executive) =>
    `${manager} et ${executive} peuvent la lire\u202f; «\u202fsans utilité\u202f» n’est lu que par ${manager}.`,
  noted: 'C’est noté. Merci.',
  youSaid: (code) => `Vous avez répondu\u202f: ${code}.`,
  said: (name, code) => `Réponse ${de(name)}\u202f: ${code}.`,
  again: 'Donner une autre raison',
  askHeld: 'Pourquoi, si vous le savez',
  askHeldHint: (manager) =>
    `Rien ne vous oblige à répondre. «\u202fSans utilité\u202f» n’est lu que par ${manager}.`,
  title: 'Les raisons données',
  about: 'Chaque réponse est un clic facultatif. «\u202fSans utilité\u202f» n’est montré qu’à vous.',
  kinds: { 'not-held': 'La séance n’a pas eu lieu', 'not-suited': 'Les créneaux ne convenaient pas' },
  times: (code, count) => (count === 1 ? code : `${code} (${count})`),
}
