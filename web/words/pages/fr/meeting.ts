import type { PageWords } from '../en.ts'

export const meetingFr: PageWords['meeting'] = {
  title: 'Votre rendez-vous',
  instead: 'Commencer par autre chose',
  taken: 'C’est noté\u202f: vous commencerez par là.',
  agreed: 'Convenu la dernière fois',
  together: 'Ensemble\u202f:',
  sign: 'C’est réussi si\u202f:',
  forYou: 'Pour vous\u202f:',
  withOther: (other) => `Avec ${other}`,
  waiting: 'J’attends\u202f: personne n’est là',
  waitingHint: (executive) =>
    `${executive ?? 'La personne qui tient l’agenda'} reçoit un mot neutre. Un quart d’heure après le début, cela se clôt tout seul, sans reproche à personne.`,
  late: 'J’ai dix minutes de retard',
  lateHint: (executive) => `${executive ?? 'La personne qui tient l’agenda'} reçoit un mot.`,
  cannot: 'J’ai un empêchement',
  cannotHint: 'Un autre créneau, ou quelqu’un d’autre, sera trouvé\u202f; vous n’avez à écrire à personne.',
  tooEarly: (moment) => `Vous pourrez le dire à partir du ${moment}.`,
  arrived: 'La personne est arrivée',
  said: {
    late: 'Votre retard a été annoncé.',
    waiting: 'Un courriel a prévenu que vous attendez.',
    arrived: 'Bien. Cela reste ouvert, et l’on vous demandera ensuite comment cela s’est passé.',
    cannot: 'C’est noté\u202f; vous n’avez rien d’autre à faire.',
  },
  isOver: 'Ce rendez-vous est terminé.',
  over: {
    offered: 'Il n’a pas de date pour l’instant. Vous le saurez dès qu’il y en a une.',
    fixed:
      'Ce rendez-vous est terminé. Comment cela s’est-il passé\u202f? Cela se note à côté de vos séances.',
    happened: 'Merci. Le compte rendu est fait.',
    'cut-short': 'Merci. Le compte rendu est fait.',
    'did-not-happen': 'C’est noté. La suite s’organise pour vous.',
    cancelled: 'Il ne reste rien à faire.',
  },
}
