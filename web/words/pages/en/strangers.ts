export const strangersEn = {
  title: 'Mail from strangers',
  about: (count: number) =>
    `${count === 1 ? 'One email' : `${count} emails`} from addresses that nobody in this programme has. Add the person, or add the address to somebody, and the email moves to Today.`,
  kept: 'The newest 200 are kept, for 30 days.',
  dropped: (count: number) =>
    count === 1 ? 'One more is no longer kept.' : `${count} more are no longer kept.`,
  unnamed: 'no single sender',
  from: (count: number, address: string) => `${count} from ${address}`,
  to: (name: string) => `to ${name}`,
  noSubject: 'No subject',
  settleOne: (count: number) => (count === 1 ? 'Dismiss it' : `Dismiss these ${count}`),
  settleAll: 'Dismiss all',
  whatSettlingDoes: 'Dismissing takes them off Today and deletes their text. Nobody gets a reply.',
  settled: 'Dismissed.',
  emptyTitle: 'No mail from strangers',
  empty: 'Emails from addresses that nobody here has appear on this page.',
}
