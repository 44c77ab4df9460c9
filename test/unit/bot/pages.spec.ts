import assert from 'node:assert/strict';
import { pagesCss } from '../../../bot/http/pages/layout.js';
import { privacyPage } from '../../../bot/http/pages/privacy.html.js';
import { termsPage } from '../../../bot/http/pages/terms.html.js';

const operator = { operatorName: 'Pennine Community NHS Trust', operatorEmail: 'workforce@pennine.example' };
const pages = { privacy: privacyPage, terms: termsPage };
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('privacy and terms pages', () => {
  for (const [name, page] of Object.entries(pages))
    describe(name, () => {
      it('is a whole page in English of England, with one title and one heading of the first level', () => {
        const html = page(operator);
        assert.match(html, /^<!doctype html>\n<html lang="en-GB">/);
        assert.equal(html.match(/<title>[^<]+: AP Pathway<\/title>/g)?.length, 1);
        assert.equal(html.match(/<h1>/g)?.length, 1);
        assert.equal(html.match(/<main>/g)?.length, 1);
      });

      it('has no script, no inline style and nothing from elsewhere', () => {
        const html = page(operator);
        assert.doesNotMatch(html, /<script|<style|<img|style=|\son\w+=/i);
        assert.deepEqual(
          [...html.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, to]) => to),
          ['data:,', '/pages.css'],
        );
      });

      it('names the operator and how to reach it', () => {
        const html = page(operator);
        assert.match(text(html), /Pennine Community NHS Trust/);
        assert.match(html, /<a href="mailto:workforce@pennine\.example">workforce@pennine\.example<\/a>/);
      });

      it('says whom to ask when there is no address', () => {
        const html = page({ operatorName: 'the Trust' });
        assert.doesNotMatch(html, /mailto:/);
        assert.match(text(html), /speak to the person who gave it to you/);
      });

      it('escapes what the configuration gives', () => {
        const html = page({
          operatorName: `<script>alert("1")</script> & 'Sons'`,
          operatorEmail: `"><img src=x>?cc=a@b&x='@y.example`,
        });
        assert.doesNotMatch(html, /<script|<img|alert\("1"\)/);
        assert.ok(html.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Sons&#39;'));
        const address = /href="mailto:([^"]*)"/.exec(html)?.[1] ?? '';
        assert.doesNotMatch(address, /[<>?&](?!#39;)/, 'an address cannot add a header');
      });

      it('leads to the other page, and says which one this is', () => {
        const html = page(operator);
        assert.match(html, new RegExp(`<a href="/${name}" aria-current="page">`));
        assert.equal(html.match(/aria-current/g)?.length, 1);
        assert.match(html, name === 'privacy' ? /<a href="\/terms">/ : /<a href="\/privacy">/);
      });
    });

  const facts: Record<string, readonly [page: keyof typeof pages, said: RegExp]> = {
    'what identifies a person': ['privacy', /your name and your Teams identifier.*random identifier/],
    'the web chat’s cookie': ['privacy', /cookie in your browser for up to a year/],
    'the web chat’s own history': ['privacy', /latest messages \(about 1,000 at most\)/],
    'people who are named': ['privacy', /Work contact details of colleagues.*For a trainee/],
    'unanswered questions, without names': ['privacy', /without names and not tied to you/],
    'where it is': ['privacy', /a folder of files or in its PostgreSQL database/],
    'who sees it': ['privacy', /You\. People whom you invite.*coordinators.*people who run the machine/],
    'half a year when unsuccessful': ['privacy', /unsuccessful or withdrawn: 6 months/],
    'four years when successful': ['privacy', /successful application: 4 years/],
    'that it goes by itself': ['privacy', /deleted by itself/],
    'the words that show, give and delete it': [
      'privacy',
      /what do you hold about me .*download .*delete .*there and then/,
    ],
    'what deleting does not reach': ['privacy', /copy of the chat that Teams keeps.*backups/],
    'no patients': ['privacy', /Nothing about patients.*refused, and is neither stored nor logged/],
    'no AI service by default': ['privacy', /No AI service is used\. The answers are made on that machine/],
    'what Teams itself keeps': ['privacy', /Teams keeps its own copy/],
    'logs without words': ['privacy', /references and codes, never your name, your answers or your messages/],
    'the right to complain': ['privacy', /Information Commissioner’s Office/],
    'guidance and not a decision': ['terms', /gives guidance\. It does not decide/],
    'dates to be confirmed': ['terms', /Confirm dates, universities and funding with the university/],
    'acceptable use': ['terms', /Never type anything about a patient.*other people’s applications/],
    'no warranty': ['terms', /given as it is/],
    emergencies: ['terms', /ring 999/],
  };
  for (const [fact, [name, said]] of Object.entries(facts))
    it(`${name} says: ${fact}`, () => assert.match(text(pages[name](operator)), said));

  it('takes the times from the scheme', () => {
    const html = text(
      privacyPage({ ...operator, retention: { unsuccessfulMonths: 12, successfulMonths: 1 } }),
    );
    assert.match(html, /unsuccessful or withdrawn: 1 year after.*successful application: 1 month after/);
  });

  for (const [model, name] of [
    ['azure', /Azure OpenAI, a service of Microsoft/],
    ['openai', /a language model that it has chosen/],
  ] as const)
    it(`says what is sent to a language model, once there is one: ${model}`, () => {
      const html = text(privacyPage({ ...operator, model }));
      assert.match(html, name);
      assert.match(html, /first words of such a message may be sent there, after names, email addresses/);
      assert.match(
        html,
        /Your applications, the answers that are kept, your earlier messages .* are not sent/,
      );
      assert.match(html, /before anything that it proposes is kept, you are asked/);
      assert.doesNotMatch(html, /No AI service/);
    });

  it('is readable in the dark, and shows where the keyboard is', () => {
    assert.match(pagesCss, /prefers-color-scheme: dark/);
    assert.match(pagesCss, /:focus-visible/);
    assert.doesNotMatch(pagesCss, /url\(|@import/);
  });
});
