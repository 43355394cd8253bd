/** What a new mentor should know, in three minutes. */
export const guideEn = {
  title: 'For a new mentor',
  lead: 'Three minutes, once. It stays here, to be read again.',
  sections: [
    {
      title: 'Your hours',
      lines: [
        'Say when you may be booked: two or three hours a week are plenty. Times are proposed only inside them.',
        'Close a week when you are away. What is fixed already stays, and you are shown what it covers.',
        'Dates come to your own calendar under a title that says little. Accept them there, as any other.',
      ],
    },
    {
      title: 'What a session is',
      lines: [
        'Half an hour with one person. No audience, no slides, no recording.',
        'The afternoon before, a mail says whom you meet, what was agreed last time, and how today may begin. That is a proposal: on the day you know better.',
        'Begin with what was agreed. Do one thing together. End with one small thing to try before you meet again, in their own words.',
        'Afterwards a mail asks how it went: four links, under a minute. The next date is found for you.',
        'You cannot come, you are late, or nobody is there after ten minutes: the mail of the day before has a link for each.',
      ],
    },
    {
      title: 'Who leads',
      lines: [
        'In a workshop you teach: you show one thing, and it is done together before you part.',
        'In mentoring you are the senior, or a peer: ask more than you tell; what comes of it is decided opposite you.',
        'In reverse mentoring you lead, and the person opposite you stands above you.',
      ],
    },
    {
      title: 'When they stand far above you',
      lines: [
        'You were asked because you can do something they want to learn. That is your place for this half hour; titles wait outside.',
        'Ask first what is easy and what is not. Few people at that level can say so in front of others. Here they can.',
        'Their hands, not yours: whoever types is the one who learns.',
        'Say “I don’t know” when you don’t, and wait when it is quiet. Half an hour need not be filled: to end early is a gift.',
        'Be plain about what does not work. Kindness is in how you say it, not in leaving it out.',
      ],
    },
    {
      title: 'What never to do',
      lines: [
        'Never tell anybody what was said, nor that you meet at all.',
        'Never write in their name, and never correct them where others read it.',
        'Never ask for something in return: no promotion, no project, no introduction.',
        'Never chase them or whoever keeps their calendar, and never pass the invite on.',
        'Never keep notes of your own about them. What you log is enough.',
      ],
    },
    {
      title: 'Who reads what you log',
      lines: [
        'What was agreed and what you saw done is read by whoever runs the programme, and by the person it is about. Whoever keeps their calendar sees times only.',
        'That somebody should look at it, and whether the hours are worth your time, is read by whoever runs the programme alone.',
      ],
    },
  ],
  whom: 'Whom to ask',
  askAnything: 'Anything, also “this does not work between the two of us”. Nobody is blamed for it.',
  askNobody: 'Whoever runs the programme. Nobody is blamed for a question.',
  haveRead: 'I have read it',
  isRead: 'You have read this.',
  toSessions: 'My sessions',
  fresh: 'Before you first meet: three minutes to read.',
}
