export const strangersEn = {
  title: 'Mail from strangers',
  about: (count: number) =>
    `${count === 1 ? 'One mail' : `${count} mails`} from addresses that nobody in this programme has. Add somebody, or an address to somebody, and the mail is on Today.`,
  kept: 'The newest 200 are kept, for 30 days.',
  dropped: (count: number) =>
    count === 1 ? 'One more is not kept any more.' : `${count} more are not kept any more.`,
  unnamed: 'no single sender',
  from: (count: number, address: string) => `${count} from ${address}`,
  to: (name: string) => `to ${name}`,
  noSubject: 'Without a subject',
  settleOne: (count: number) => (count === 1 ? 'Settle it' : `Settle these ${count}`),
  settleAll: 'Settle all',
  whatSettlingDoes: 'Settling takes them off Today and deletes their words. Nobody gets an answer.',
  settled: 'They are settled.',
  emptyTitle: 'No mail from strangers',
  empty: 'What comes from addresses that nobody here has stands on this page.',
}
