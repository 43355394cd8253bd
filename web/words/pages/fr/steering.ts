import type { PageWords } from '../en.ts'

export const steeringFr: PageWords['steering'] = {
  where: 'Où chercher',
  weeks: { 0: 'Cette semaine', 1: 'La semaine prochaine', 2: 'La suivante', 3: 'Dans trois semaines' },
  weekParts: {
    all: 'tous les jours',
    early: 'début',
    late: 'fin',
    mornings: 'le matin',
    afternoons: 'l’après-midi',
  },
  from: 'Premier jour',
  to: 'Dernier jour',
  turned: 'Le dernier jour vient avant le premier.',
  part: 'Moment de la journée',
  partHint:
    'Jours et heures de l’agenda du dirigeant. Début\u202f: lundi et mardi\u202f; fin\u202f: jeudi et vendredi.',
  anyPart: 'Peu importe',
  morning: 'Le matin',
  afternoon: 'L’après-midi',
  swap: 'Un autre à la place',
  drop: 'Le retirer',
  noOther:
    'Aucun autre créneau ne convient aux deux ici. Cherchez d’autres jours, ou prenez un créneau libre ci-dessous.',
  fewer: (count) => (count === 1 ? 'Un seul créneau sera envoyé.' : `${count} créneaux seront envoyés.`),
  tooMany: (most) => `${most} créneaux au plus\u202f: retirez-en un d’abord.`,
  nothingChosen:
    'Il ne reste aucun créneau à envoyer. Cherchez encore, ou prenez un créneau libre ci-dessous.',
  changed: 'Votre demande a changé\u202f: voici les nouveaux créneaux. Rien n’a été envoyé.',
  notAsShown: 'L’un de ces créneaux ne peut pas être proposé. Prenez-en un autre à la place, ou retirez-le.',
  free: 'Prendre un créneau libre',
  freeHint: 'Libre des deux côtés en ce moment\u202f; un clic l’ajoute.',
  noFree: 'Rien n’est libre des deux côtés ces jours-là. Cherchez d’autres jours, ou indiquez votre créneau.',
  inBrackets: (zone) => `Entre parenthèses\u202f: ${zone}.`,
  own: 'Indiquer un autre créneau',
  takeOwn: 'Ajouter ce créneau',
  reasonHint: 'Seulement hors des disponibilités, ou quand c’est complet\u202f: votre raison est conservée.',
  mayInsist: 'Avec une raison, vous pouvez le proposer quand même.',
  moveTo: 'Libre des deux côtés',
  moveHint:
    'Autour de la date actuelle. Une autre durée, un autre mentor ou un autre horaire\u202f: plus bas.',
  noMove: 'Autour de cette date, rien d’autre n’est libre des deux côtés. Indiquez un autre créneau.',
  newHint: 'Les créneaux réservés sont libérés, et un autre courriel part.',
  waiting: (asked) => `Demande faite à ${asked}`,
  writeFirst: 'Écrire le premier courriel avec vos mots',
  words: (asked) => `À ${asked}`,
  wordsHint:
    'À la place de notre texte. Les créneaux, les liens et la façon d’arrêter ces courriels restent toujours en dessous.',
  look: 'Le voir dans le courriel',
}
