/** The first page of an empty installation. */
export const claimEn = {
  title: 'Claim this installation',
  about:
    'Nobody is here yet. Whoever has the secret becomes the owner, and manages the first programme. This page exists once.',
  secret: 'The secret',
  secretHint: 'OWNER_CLAIM, which was printed or set when Sotto was deployed.',
  badSecret:
    'This is not the secret of this installation. Copy it again, from its first to its last character.',
  name: 'Your name',
  email: 'Your work email address',
  programme: 'The name of the programme',
  programmeHint: 'People inside the programme read it. You can change it.',
  press: 'Claim and begin',
  waits: 'Nobody is here yet.',
  toClaim: 'Claim this installation',
}
