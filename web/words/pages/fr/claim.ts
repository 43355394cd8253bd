import type { PageWords } from '../en.ts'

export const claimFr: PageWords['claim'] = {
  title: 'Prendre possession de cette installation',
  about:
    'Personne n’est encore là. Qui possède le secret devient propriétaire et gère le premier programme. Cette page ne sert qu’une fois.',
  secret: 'Le secret',
  secretHint: 'OWNER_CLAIM, affiché ou défini au déploiement de Sotto.',
  badSecret:
    'Ce n’est pas le secret de cette installation. Copiez-le de nouveau, du premier au dernier caractère.',
  name: 'Votre nom',
  email: 'Votre adresse professionnelle',
  programme: 'Le nom du programme',
  programmeHint: 'Les membres du programme le lisent. Vous pourrez le changer.',
  press: 'Prendre possession et commencer',
  waits: 'Personne n’est encore là.',
  toClaim: 'Prendre possession de cette installation',
}
