import type { Html } from "../../govuk/html.ts";

/** What was tried, how and with what, and what falls short. Nothing here claims an audit that nobody made. */
export const AccessibilityView = (): Html => (
  <>
    <h1 class="govuk-heading-l">Accessibility statement for Permanence Tracker</h1>
    <p class="govuk-body">We want everybody who works with children to be able to use this service. You should be able to:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>change colours, contrast and fonts with your browser or device</li>
      <li>zoom in to 400% without the text spilling off the screen</li>
      <li>use every page with a keyboard alone</li>
      <li>use every page with a screen reader</li>
      <li>use every page with scripts switched off</li>
      <li>read every picture and chart in words or as a table, and tell its parts apart without colour</li>
    </ul>
    <h2 class="govuk-heading-m">How accessible this service is</h2>
    <p class="govuk-body">
      The service is built from the GOV.UK Design System’s components and aims to meet the Web Content Accessibility Guidelines version 2.2 to level AA.
      Nobody independent has audited it, so we do not claim that it meets them.
    </p>
    <p class="govuk-body">What we know falls short:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>the picture of a child’s line shows many small marks whose dates are only in the table under it. The buttons under the picture go through its main steps, each with its date</li>
      <li>the words inside the bands of the picture are small at some widths, and on a narrow screen they stand on their side. The table has them in full</li>
      <li>a list with many columns scrolls sideways inside its own box. It can be scrolled with the keyboard, and on a phone each child is a card instead</li>
      <li>wide tables of an import scroll sideways on a small screen</li>
      <li>moving between boxes that hold the parts of a date takes a press of Tab for each</li>
      <li>Excel files that are taken away have not been tried with a screen reader</li>
    </ul>
    <h2 class="govuk-heading-m">How it was tested</h2>
    <p class="govuk-body">Each time the service’s own tests run, every kind of page is opened in Chromium, on a desk’s screen and many on a phone’s, and:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>an automatic tool (axe, rules for WCAG 2.0 to 2.2, levels A and AA, and its best practice) finds no fault</li>
      <li>headings follow one another without a gap, there is one main heading, and landmarks have names of their own</li>
      <li>buttons and boxes are at least 24 by 24 pixels</li>
      <li>the page fits a screen 320 pixels wide, also with its text spaced out</li>
      <li>an error summary takes the focus, and its links lead to the boxes it speaks of</li>
    </ul>
    <p class="govuk-body">
      A journey from signing in to recording a planned date is made with the keyboard alone; it fails where the focus cannot be seen, lies under something else or is trapped.
      Pages were looked at by eye at 320, 768 and 1280 pixels, printed, in greys and in a high-contrast mode.
    </p>
    <p class="govuk-body">Automatic checks find only some problems. The service has not yet been tried with a screen reader, with speech control or by people who use assistive technology every day.</p>
    <h2 class="govuk-heading-m">Feedback and contact</h2>
    <p class="govuk-body">
      If something is hard to use, or you need this information in another form, tell whoever runs this service in your authority. They must answer, and must give you the information in a form you can use.
      Each authority that runs the service puts its own name, address and time for an answer here.
    </p>
    <h2 class="govuk-heading-m">If you are not happy with the answer</h2>
    <p class="govuk-body">
      The Equality and Human Rights Commission is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      If you are not happy with how your authority answers, contact the Equality Advisory and Support Service.
    </p>
    <h2 class="govuk-heading-m">About this statement</h2>
    <p class="govuk-body">Prepared on 22 November 2026, and changed whenever what it says changes.</p>
  </>
);
