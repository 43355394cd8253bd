import type { statesEn } from './en.ts'

const session: (typeof statesEn)['session'] = {
  offered: 'En préparation',
  fixed: 'Fixée',
  happened: 'A eu lieu',
  'cut-short': 'A duré moins que prévu',
  'did-not-happen': 'N’a pas eu lieu',
  cancelled: 'Annulée',
}

export const statesFr: typeof statesEn = {
  session,
  outcome: {
    happened: session.happened,
    'cut-short': session['cut-short'],
    'did-not-happen': session['did-not-happen'],
    moved: 'À déplacer',
  },
  offer: {
    open: 'Attend une réponse',
    answered: 'A reçu une réponse',
    none: 'Aucun créneau ne convenait',
    later: 'A demandé d’attendre',
    superseded: 'Remplacée',
    expired: 'Expirée',
  },
  answer: {
    'NEEDS-ACTION': 'Pas encore de réponse',
    ACCEPTED: 'A accepté',
    DECLINED: 'A décliné',
    TENTATIVE: 'Peut-être',
    DELEGATED: 'Se fait remplacer',
  },
  proposal: {
    waiting: 'Attend une décision',
    accepted: 'Acceptée',
    refused: 'Refusée',
    superseded: 'Remplacée',
  },
  pairing: { proposed: 'Proposé', active: 'Actif', paused: 'En pause', ended: 'Terminé' },
  person: { leaving: 'Sur le départ', unpaired: 'Dans aucun binôme', paused: 'En pause' },
  programme: { open: 'Ouvert', closing: 'En cours de clôture', closed: 'Clos' },
  letter: {
    waiting: 'En route',
    sent: 'Envoyé',
    failed: 'Non remis',
    stopped: 'Retenu',
    superseded: 'Remplacé',
    retired: 'Devenu inutile',
  },
  received: {
    applied: 'Pris en compte',
    history: 'Trop tard',
    ignored: 'Ignoré',
    waiting: 'Attend quelqu’un',
    settled: 'Traité',
  },
  plan: { open: 'Prêt', dropped: 'Laissé de côté', sent: 'Envoyé', failed: 'Non envoyé' },
  import: { made: 'Nouveau', changed: 'Modifié', unchanged: 'Inchangé' },
}
