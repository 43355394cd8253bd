import {
  MAX_FORMAT_TITLE_CHARACTERS,
  MAX_TOPIC_CHARACTERS,
  MAX_TOPICS,
} from '../../../../worker/domain/limits.ts'
import type { PageWords } from '../en.ts'

export const rulesFr: PageWords['rules'] = {
  title: 'Règles',
  mentorAbout: 'Vide\u202f: comme le programme, et sans limite là où il n’en fixe pas.',
  minutes: 'Durée des séances, en minutes',
  notice: 'Préavis, en heures',
  noticeHint: 'Combien de temps à l’avance une séance doit être fixée.',
  shortNotice: 'Les créneaux de dernière minute sont bienvenus, deux heures à l’avance',
  shortNoticeHint: 'Des créneaux libres plus proches que le préavis habituel.',
  perDay: 'Séances par jour, au plus',
  perWeek: 'Séances par semaine, au plus',
  before: 'Battement avant, en minutes',
  after: 'Battement après, en minutes',
  travelBuffer: 'Temps de trajet, en minutes',
  never: 'Jamais',
  neverHint: 'Par exemple le lundi de 00:00 à 10:00. Videz une ligne pour la retirer.',
  neverRow: (row, part) => `Jamais, ligne ${row}, ${part}`,
  weekday: 'jour',
  anyDay: '–',
  from: 'de',
  to: 'à',
  trips: 'Déplacements',
  tripsHint:
    'Premier et dernier jour compris. Les créneaux suivent l’heure du lieu. Videz une ligne pour la retirer.',
  tripRow: (row, part) => `Déplacement ${row}, ${part}`,
  zone: 'ville',
  firstDay: 'premier jour',
  lastDay: 'dernier jour',
  wording: 'Titres dans les agendas',
  wordings: {
    programme: 'Comme dans le programme',
    name: '«\u202f30 min avec T. Leroy\u202f»',
    plain: '«\u202f1:1\u202f»',
    own: 'Dans ces mots\u202f:',
  },
  ownTitle: 'Un titre propre à cette personne',
  ownTitleHint:
    'Dans le style de ses autres tête-à-tête, par exemple «\u202fPoint {name}\u202f». {name} désigne l’autre personne et disparaît quand personne ne doit être nommé. Passe avant le titre d’un format.',
  badTitle: `Une ligne de ${MAX_FORMAT_TITLE_CHARACTERS} caractères au plus.`,
  quoted: (title) => `«\u202f${title}\u202f»`,
  mentorName: 'L’assistant peut-il lire le nom du mentor\u202f?',
  mentorNames: { preset: 'Selon les freins', hidden: 'Non', shown: 'Oui' },
  meetingLink: 'Adresse des réunions en ligne',
  meetingLinkHint:
    'Pour les séances sans lieu, par exemple https://meet.example/{random}\u202f: chaque séance a la sienne. Les dates déjà fixées gardent la leur. Vide\u202f: celle du programme.',
  badLinkTemplate:
    'Indiquez une adresse qui commence par https:// et contient {random} une fois, après le nom du serveur.',
  meetingLinks: 'Liens des réunions en ligne',
  meetingLinksHint:
    'Un par ligne, par exemple des liens Teams ou Zoom. Une séance sans lieu en reçoit un qu’aucune autre séance n’a ce jour-là. Ils passent avant toute adresse avec {random}.',
  saveLinks: 'Enregistrer les liens',
  countOfLinks: (count) => (count === 1 ? 'un' : String(count)),
  badLink: (line) =>
    `Indiquez des liens qui commencent par https://, un par ligne\u202f: «\u202f${line}\u202f» n’en est pas un.`,
  taught: 'Sujets enseignés',
  wished: 'Sujets souhaités',
  topicsHint: 'Séparés par des virgules.',
  save: 'Enregistrer les règles',
  badWhole: (least, most) => `Indiquez un nombre entier de ${least} à ${most}.`,
  badBuffers: 'Remplissez les deux, avant et après, ou aucun.',
  badNever: 'Choisissez un jour, un début et une fin plus tardive, par exemple 00:00 et 10:00.',
  badTrip: 'Indiquez deux jours, dans l’ordre.',
  overlappingTrips:
    'Ce déplacement en chevauche un autre. Seul le jour du trajet peut terminer l’un et commencer l’autre.',
  badNotice: (days) => `C’est plus long que les ${days} jours ouverts à la réservation.`,
  badTopic: `${MAX_TOPICS} sujets au plus, de ${MAX_TOPIC_CHARACTERS} caractères au plus chacun.`,
  tooMany: (most: number) => `Il peut y en avoir ${most} au plus.`,
  tooLong: (characters: number) => `Écrivez ${characters} caractères au plus.`,
  closedWeek: 'Semaine à bloquer',
  closedWeekHint:
    'N’importe lequel de ses jours\u202f: la semaine est bloquée du lundi au dimanche, et figure parmi les jours particuliers. Une date déjà fixée reste, et s’affiche ci-dessus.',
  closeWeek: 'Bloquer cette semaine',
}
