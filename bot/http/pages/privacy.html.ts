import { questionMonths } from '../../turn/for-editors.js';
import { contact, escapeHtml, layout, type Operator } from './layout.js';

/** `/privacy`: what is kept of people, why and how long, as this installation does it. */

/** Whole months that an ended application is kept: the scheme's own `retention`. */
export interface Retention {
  readonly unsuccessfulMonths: number;
  readonly successfulMonths: number;
}

export interface PrivacyOptions extends Operator {
  readonly retention?: Retention;
  /** The language model that is asked, if there is one. */
  readonly model?: 'azure' | 'openai' | undefined;
}

const usual: Retention = { unsuccessfulMonths: 6, successfulMonths: 48 };

/** `/privacy`: what the assistant keeps, in words for the people it keeps it about. Pure. */
export function privacyPage({ retention = usual, model, ...operator }: PrivacyOptions): string {
  const name = escapeHtml(operator.operatorName);
  return layout({
    path: '/privacy',
    title: 'What is kept about you',
    body: `      <div class="first">
        <p>AP Pathway helps ward and service managers to apply for training places. It keeps what an application needs, and refuses anything about patients. You can see, download and delete what it holds about you, in the chat.</p>
      </div>
      <p>Responsible for what is kept: ${name}.</p>

      <h2>What is kept</h2>
      <ul>
        <li><strong>Who you are.</strong> In Microsoft Teams: your name and your Teams identifier. On the web page: a random identifier, held by a cookie in your browser for up to a year.</li>
        <li><strong>Where to answer you.</strong> The address of your conversation with the assistant. On the web page, also the latest messages (about 1,000 at most), so that you can come back to them. In Teams, its last two answers, so that a message that arrives twice is answered once.</li>
        <li><strong>Your applications.</strong> Your answers, your readiness checks, and who did what and when.</li>
        <li><strong>Files, where they are taken.</strong> A file that you send for a question that asks for one, with its name: it is kept with the application. Nobody reads it here.</li>
        <li><strong>People you name.</strong> Work contact details of colleagues, such as a mentor or a contact in HR. For a trainee: name, work email, band, mentor, study day, and whether English and maths are held or booked.</li>
        <li><strong>Your reminders.</strong> What they are about, when they are due, and whether they were sent.</li>
        <li><strong>Links and invitations.</strong> Who may fetch which document, and which colleague was invited to which application or asked which question. Of the link and the code themselves only a fingerprint is kept.</li>
        <li><strong>Questions that had no good answer.</strong> Their words, without names and not tied to you, so that somebody can add an answer. Whether an answer helped is counted, without who said so.</li>
      </ul>

      <h2>What is not kept</h2>
      <ul>
        <li><strong>Nothing about patients.</strong> A message that seems to name or describe a patient is refused, and is neither stored nor logged. The assistant cannot spot every case, so please never type anything about a patient.</li>
        <li><strong>Nothing to track you.</strong> There are no advertisements and no analytics from other companies.</li>
        <li><strong>No words in the logs.</strong> The technical logs carry references and codes, never your name, your answers or your messages.</li>
      </ul>

      <h2>Why it is kept</h2>
      <p>To carry your application from the first question to the start of the programme, to remind you in time, to make the documents that you send, and to let your organisation see its applications in one place. It is used for nothing else. Ask the contact below which legal basis it relies on under UK data protection law.</p>

      <h2>Where it is kept, and where it goes</h2>
      <ul>
        <li>It is kept on a machine of the organisation that runs this assistant, in a folder of files or in its PostgreSQL database.</li>
        ${ai(model)}
        <li>In Teams, your messages pass through Microsoft’s services. Teams keeps its own copy of the chat, under your organisation’s rules.</li>
        <li>The assistant sends nothing to a university. You send the form yourself.</li>
      </ul>

      <h2>Who can see it</h2>
      <ul>
        <li>You.</li>
        <li>People whom you invite, for the application that you invite them to. A colleague whom you ask one question sees that question, your name, the service and the role.</li>
        <li>Your organisation’s coordinators, for the applications of your organisation.</li>
        <li>The people who run the machine, who can reach its files.</li>
      </ul>

      <h2>How long it is kept</h2>
      <ul>
        <li>An application that was unsuccessful or withdrawn: ${span(retention.unsuccessfulMonths)} after that.</li>
        <li>A successful application: ${span(retention.successfulMonths)} after the decision, or after the form for each place was returned or the programme started, once that is recorded.</li>
        <li>After that it is deleted by itself. An application without an outcome is kept until it has one, or until you delete it.</li>
        <li>What was said on the web page: ${span(retention.unsuccessfulMonths)}.</li>
        <li>A link to a document: one hour. An invitation: 7 days; one to answer a question: 28. Each is deleted within a day of that.</li>
        <li>Who you are, where to answer you and your reminders: until you delete them.</li>
        <li>Questions that had no good answer: ${span(questionMonths)} after they were last asked. The counts have nobody in them, and stay.</li>
      </ul>

      <h2>What you can do</h2>
      <p>Say <strong>what do you hold about me</strong> in your chat with the assistant. It shows you what it holds, and you can <strong>download</strong> it or <strong>delete</strong> it there and then.</p>
      <p>Deleting takes it out of the assistant for good. It does not reach documents that you have downloaded or sent, the copy of the chat that Teams keeps, a damaged file that was set aside to be repaired, or the organisation’s backups until those are replaced.</p>
      <p>You can also ask the contact below to see, correct or delete what is held, or object to its use. If the answer does not satisfy you, you can complain to the Information Commissioner’s Office at <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk/make-a-complaint</a> or on 0303 123 1113.</p>

      <h2>Contact</h2>
${contact(operator)}`,
  });
}

function ai(model: PrivacyOptions['model']): string {
  if (!model)
    return '<li><strong>No AI service is used.</strong> The answers are made on that machine. If the organisation ever connects an outside language model, this page says so.</li>';
  const service =
    model === 'azure' ? 'Azure OpenAI, a service of Microsoft' : 'a language model that it has chosen';
  return `<li><strong>An AI service is used for messages that I do not understand.</strong> The organisation has connected ${service}. The first words of such a message may be sent there, after names, email addresses and numbers that I recognise are taken out, together with the names of what can be answered at that moment and texts from the knowledge base. Your applications, the answers that are kept, your earlier messages and who you are are not sent. What seems to be about a patient, or about somebody in distress, is not sent. The service decides nothing: before anything that it proposes is kept, you are asked. What it writes is marked as AI-generated, with its sources. The contact below can tell you what the service keeps.</li>`;
}

/** Months in words: whole years as years. */
function span(months: number): string {
  const [count, unit] = months % 12 === 0 && months > 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
