/** Pages that say no: what it is, and the ways on. */
export const refusalEn = {
  titles: {
    notFound: 'Page not found',
    brokenLink: 'This link does not open',
    wrongWay: 'This page cannot be opened directly',
    notDone: 'This was not done',
    notAccepted: 'This was not accepted',
    tooOften: 'Please wait a little',
    busy: 'Busy at the moment',
    broken: 'Something went wrong',
  },
  brokenLink:
    'Copied links often lose their end, and all links of a time can be ended at once. Open it from the newest email about this. If that does not help, reply to the email: a person reads it.',
  wrongWay: 'This address works only from its form.',
  elsewhere: 'This did not come from one of our own pages. Open the page, and send it from there.',
  malformed: {
    'cross-site': 'This did not come from our own pages.',
    'content-type': 'This kind of content is not read here.',
    malformed: 'This could not be read as JSON.',
    'malformed-form': 'This could not be read as a form.',
    'too-many-fields': 'This form has more fields than are read here: choose fewer at once.',
    'too-large': 'This is larger than what is read here.',
    'method-not-allowed': 'This cannot be asked in this way: see the header Allow.',
  },
  code: (status: number) => `Code ${status}`,
  first: { today: 'Go to Today', mine: 'Go to My sessions', desk: 'Go to My desk' },
  start: 'Go to the start page',
  back: 'Back',
  toForm: 'Back to the form',
  email: (name: string) => `Email ${name}`,
  ownPage: 'Send me the link to my own page',
  log: 'Say how it went',
  nothing: {
    title: 'There is no page for you here',
    owner:
      'You run this installation, but you have no role in a programme. A manager can give you one under People.',
    executive:
      'As an executive you need no account: the links in your emails open your times and your own page.',
    nobody: 'You have no role in a programme at present. If you expected one, ask a manager.',
  },
}
