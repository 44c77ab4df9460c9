import { contact, layout, type Operator } from './layout.js';

/** `/terms`: what the assistant is, what it is not, and what is asked of those who use it. Pure. */
export function termsPage(operator: Operator): string {
  return layout({
    path: '/terms',
    title: 'Terms of use',
    body: `      <div class="first">
        <p>AP Pathway gives guidance. It does not decide who is eligible, who is funded or who gets a place. Confirm dates, universities and funding with the university before you rely on them.</p>
      </div>

      <h2>What it is</h2>
      <p>An assistant in Microsoft Teams and on the web. It helps ward and service managers to check that they are ready, to fill in the form for training places, to keep to the dates after that, and to find answers about the role and the process.</p>

      <h2>What it is not</h2>
      <ul>
        <li>It is not a decision. The commissioner decides about funding, and the university and the employer decide about trainees.</li>
        <li>It does not speak for a university or a commissioner. Its facts come from published documents, some of them old, and it says which and from what year.</li>
        <li>It gives no clinical, legal or personal employment advice.</li>
        <li>It is not for emergencies, and nobody watches the chat. If someone is in danger, ring 999.</li>
      </ul>

      <h2>What is asked of you</h2>
      <ul>
        <li>Use it for your work, and for applications that are yours to make.</li>
        <li>Never type anything about a patient.</li>
        <li>Give true answers, as far as you know. Read the form and the email before you send them.</li>
        <li>Name colleagues and trainees only as the form needs, with their work details, and let them know.</li>
        <li>Do not try to reach other people’s applications, or to break or overload the assistant.</li>
      </ul>
      <p>The operator may stop access for anyone who does not keep to this.</p>

      <h2>No warranty</h2>
      <p>The assistant is given as it is. It may be wrong or out of reach, and a reminder may not arrive, so keep your own copy of the form and of your dates. The operator does not answer for losses that come from relying on it, except where the law does not let that be excluded. The law of England and Wales applies.</p>

      <h2>Who runs it</h2>
${contact(operator)}
      <p>When these terms change, this page changes. What is kept about you, and for how long, is on the page <a href="/privacy">What is kept about you</a>.</p>`,
  });
}
