export const privateNoteEn = {
  title: 'A note for yourself',
  about: (executive: string) =>
    `Nobody else reads it. ${executive} sees on the own page that there is one. It is deleted thirty days after the session.`,
  field: 'Your note',
  save: 'Keep the note',
  remove: 'Delete it',
  sealed:
    'There is a note, but it cannot be opened: the key that it was sealed with is not there. You can only delete it.',
  kept: 'The note is kept.',
  removed: 'The note is deleted.',
  thereIsOne:
    'Somebody you meet keeps a private note on one of your sessions. Nobody else reads it, and it is deleted thirty days after the session.',
}
