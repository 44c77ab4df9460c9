import type { Command } from './commands.js';

/** Everything that can be meant apart from an answer or a question: the commands, and what has no command of its own. */
export type Intent = Command | 'ask-colleague' | 'ap-or-na' | 'yes' | 'no' | 'unclear';

/**
 * How people ask for each thing, one way a line, in their own shorthand. The classifier learns from these at start:
 * to teach it a wording, add a line. They are written for this purpose and are not taken from the labelled set.
 */
const examples: Readonly<Partial<Record<Intent, string>>> = {
  help: `
    what are my choices
    i need some help
    i dont understand this
    i dont get it
    how do i use this
    how do i use you
    how does this bot work
    how do you work
    what am i meant to do
    what am i supposed to type
    what should i type
    what can i ask
    what can you help with
    what do you do
    what are you able to do
    what else can you do
    show me what you can do
    can you help
    can you help me please
    help pls im lost
    im lost
    im confused
    not sure what to do here
    not sure how this works
    no idea how to use this
    explain how this works
    instructions
    user guide
    show me the commands
    list of commands
    give me a hand
    stuck
    i am really stuck here
    im a bit stuck with this
    first time using this, how does it go
    what is this
    what are you
    what are you for
    who are you
    what does this thing do
    what is this bot for
    how do i talk to you
    how do i start using this
    what can you actually do
    what sort of things can you do
    how can you help me
    what can you do for me
    tell me what you can do
    can you give me a hand
    i could do with some help
    i dont know what to do
    i dont know what im doing
    where do i start
    where do i begin
    how do i get started with this
    show me how to use this
    whats this all about
    new to this help
    help please
    hlep
    halp
    help!!
    need help
    need some guidance
    any instructions
    is there a guide for using this`,
  home: `
    go to the menu
    take me home
    back to the menu
    back to main menu
    go back to the start page
    show the menu
    show me the menu
    menu please
    open the menu
    return to the menu
    main page
    front page
    homepage
    go to home screen
    back home
    home screen
    take me back to the beginning screen
    back to the first screen
    return home
    to the start menu
    top menu
    the main screen please
    get me out to the menu
    leave this and show the menu
    go to the top
    begin from the main menu
    main menu please
    take me to the start
    start page
    go home
    back to start screen
    get me home
    show main menu
    where is the menu
    how do i get to the menu
    return to main menu
    can i go to the home page`,
  greeting: `
    hi there
    hello
    hiya
    hey
    morning
    good morning all
    good afternoon
    evening
    hey there
    hi bot
    hello bot
    heya
    howdy
    hi hope you are well
    hello how are you
    how are you
    hows it going
    you ok
    alright mate
    ay up
    yo
    greetings
    hi im new here
    hello is anyone there
    hello anyone there
    are you there
    hi its me
    hi its sarah from ward 3
    hi again
    hello again
    good day
    hello?
    hi!!
    helo
    hey you
    hi bot how are you
    hey bot
    good evening
    gd morning
    mornin
    morning!
    afternoon all
    hiya love
    alright?
    hi can we chat
    hello im the ward manager on 5
    hi its jo
    hi im a ward manager
    anyone there
    you there
    is anybody there`,
  thanks: `
    thank you so much
    thanks so much
    thanks for that
    thanks for your help
    thats great thanks
    thats helpful thanks
    very helpful thank you
    brilliant thank you
    perfect thanks
    super thanks
    fab thanks
    cheers for that
    cheers mate
    nice one
    great stuff
    lovely ta
    ta very much
    tysm
    thanku
    thnx
    appreciate it
    much appreciated
    youve been a great help
    you are a star
    legend thanks
    ok thanks
    ok thank you
    great
    excellent thank you
    thats all thanks
    thanks
    thx
    ta
    cheers
    ta love
    thanks a million
    thanks v much
    many thanks
    thank u
    ty
    tyvm
    thanks again
    brill thanks
    amazing thanks
    ace ta
    good stuff ta
    thats brilliant
    thats perfect thanks
    super helpful thanks
    wonderful thank you
    thanks bye
    ok cheers
    great help thanks
    smashing thanks
    tnx
    bless you thanks`,
  'ready-check': `
    am i ready to apply
    are we ready yet
    are we good to go
    are we good to apply
    do the readiness check
    run the readiness check
    run a readiness check for my ward
    start the readiness check
    check our readiness
    check if were ready
    check were ready before we apply
    readiness
    readyness check
    redyness checklist
    ready to apply?
    can you check if my ward is ready
    what do i still need to do before i can apply
    what do we still need before applying
    what gaps have we got
    what are our gaps
    what am i missing to be able to apply
    whats outstanding before we can apply
    is everything in place to apply
    have we got everything in place
    have i got everything i need to apply
    do we have all we need to apply
    go through the checklist
    the checklist please
    show me the checklist
    pre application checklist
    development work checklist
    check what we have in place
    see how ready we are
    how ready are we
    how close are we to being ready
    update my readiness
    could we apply yet are we ready
    see if were ready
    test if we are ready
    do we have everything in place
    are we set to apply
    are we nearly ready
    is my ward ready
    is our team ready for this
    check im ready
    do my readiness
    readiness checklist
    readiness questions
    go through what we need before applying
    whats left before we can apply
    what else do we need to have in place before applying
    are we in a position to apply
    what have we not got in place yet
    let me do the checks
    redo the checks
    run through the checks
    do the checks again
    update what we have in place
    job description is done now update the check
    have we done enough to apply
    preparedness check`,
  'good-practice': `
    good practice
    good practice checklist
    show good practice
    the good practice checks
    look at the good practice list
    do the good practice ones
    what about good practice
    extra checks
    the optional checks
    non essential checks
    do the other checks
    go through good practice
    good practise
    advice beyond the essentials
    beyond the essentials
    the nice to have checks
    recommended checks
    what else would be good to have in place
    best practice checks
    best practice checklist
    check against good practice
    more checks
    carry on to good practice
    answer the good practice questions
    start good practice
    review our good practice
    look at the good practice checks
    do good practice
    the other checks
    whats good practice
    more checks please
    good practice ones please
    optional ones
    go on to good practice`,
  fix: `
    fix 1
    fix number 2
    show me how to fix it
    how do i fix that gap
    how do we fix this gap
    how do i close this gap
    help me close the gap
    close the gaps
    show the fix
    show fixes
    give me the fix
    the first fix
    second fix
    fix the job description
    fix for board support
    fix the hr one
    what do i do about the missing workforce plan check
    give me the draft for that gap
    draft for gap 1
    draft email to hr for the gap
    how can i sort the gap
    next fix
    sort out gap 2
    help with the gaps
    how to fix what is missing
    what fixes are there
    how do i fix the jd one
    fix the first one
    fix gap 1
    show me the first fix
    show me how to close the gap
    how do we sort the missing job description check
    give me the fix for study release
    the hr gap how do i fix it
    sort the first gap
    how do i close gap 2
    what do i do about the gaps
    help me fix the gaps`,
  draft: `
    show the message to send
    show me the draft message
    draft the message
    the draft message to the training department
    draft an email to l&d
    write the email to the training department for me
    give me the draft email
    give me something to send them
    draft
    the draft please
    can you write the message
    write it for me
    compose the message
    message to send
    email draft
    draft for training dept
    word the email for me
    what should i say to the training department
    draft note to education
    a message i can send to them
    copy of the draft
    show draft
    draft text
    template email to training
    prepare the message
    let me see the draft
    show me what to send
    what do i send to training
    can you draft something
    can you draft the email to training
    write me an email to the training department
    write something to l&d for me
    give me wording for the email
    wording please
    draft me a message
    something to send to our education lead
    message for l&d
    email for training department please`,
  eligibility: `
    are we eligible to apply
    am i eligible for this
    is my ward eligible
    is our service eligible
    is my organisation eligible
    check if were eligible
    check my eligibility
    check whether we can apply
    eligibility check please
    eligibility questions
    do the eligibility
    start the eligibility check
    eligable?
    elegibility
    do we qualify for places
    would we qualify
    would my team qualify
    does my ward qualify
    would our practice qualify
    can my ward apply
    can our team apply
    can our hospice apply
    can a care home like ours apply
    are we allowed to apply
    am i allowed to apply
    are places open to us
    is it open to services like mine
    is my service the right sort
    could we apply
    can my department go for this
    see if my service can apply
    find out if we can apply
    could our surgery apply
    would a charity like ours qualify
    is a gp practice like ours eligible
    we are a hospice can we apply
    we are a care home can we apply
    were a private provider are we allowed
    check eligibility for my service
    see if we are eligible
    are we the right kind of organisation
    does our service count
    can my service apply
    can i put in for this as a practice manager
    would i be eligible
    am i elligible
    eligble
    do we count
    is my team allowed to go for it
    test my eligibility
    eligibility test
    quick eligibility check`,
  apply: `
    i want to apply for places
    i want to apply for ap places
    id like to apply
    lets apply
    apply now
    apply for a place
    apply for a tap place
    apply for two trainees
    make an application
    start application
    start applying
    start my eoi
    start the expression of interest
    begin the form
    begin the application
    begin my application
    begin an expression of interest
    do an eoi
    do the eoi now
    fill in the form
    fill out the form
    fill in an eoi
    fill in the application
    complete the eoi
    complete the expression of interest
    open the eoi form
    open the form
    i need to do the eoi
    i need to fill in the expression of interest
    go to the form
    take me to the form
    can i start the form
    can i do the application now
    where do i fill in the eoi
    get the eoi going
    expresion of interst
    i want some trainee places for my ward
    put in for a place
    put in a bid for two places
    register our interest
    start the eoi
    start eoi form
    i want to do an eoi
    complete an eoi
    do the eoi
    get going on the eoi
    can i apply now please
    ready to apply lets go
    i want to apply for an ap
    we want to apply for 2 aps
    we want a trainee ap on our ward
    i would like to put in an application
    put in an eoi
    submit an expression of interest for my ward
    sign up for a place
    sign us up
    register for places
    bid for places
    want to apply
    applying please
    apply pls
    begin applying
    open an application form
    where is the form i want to fill it in
    let me fill in the form
    eoi please
    fill in expression of interest
    id like to start the application form`,
  'new-application': `
    start a new application
    new application please
    another application
    start another one
    make another application
    i want to do a second application
    new eoi for a different ward
    a separate application for the other ward
    begin a fresh application for theatres
    create a new application
    create another eoi
    open a new application
    add an application
    apply for another ward
    apply for a different service
    second eoi
    do another form
    fill in another eoi
    start a different application
    one more application
    new form
    new expression of interest
    brand new application
    start a fresh eoi
    new one for ward 12
    set up a new application
    start another application for a different ward
    i want to apply for a second ward
    a second application please
    another eoi please
    do another eoi
    new application for my other team
    also want to apply for ward 8
    add a second ward
    can i start a new one
    start a new one
    a new one please
    fresh application
    begin another application
    separate form for the other service
    open another form
    one more eoi
    need a new application`,
  continue: `
    carry on with the form
    carry on with my application
    carry on from last time
    continue where i left off
    continue from before
    continue please
    lets continue
    lets carry on
    lets get on with it
    crack on
    crack on then
    get back to it
    back to my form
    back to where i was
    go back to my application
    pick up where we left off
    pick it up again
    pick up my application
    resume my form
    resume application
    resume where i stopped
    where did i get to
    where had i got to
    where was i up to
    keep going with it
    finish my application
    finish the form
    i want to finish what i started
    return to my application
    return to the form
    on we go
    next step please
    ready to go on
    ok go on with the form
    whats the next question
    carry on
    continue with my eoi
    continue with the form
    carry on with eoi
    get back to my form
    back to the application
    back to my eoi
    let me carry on
    id like to carry on
    im back
    im back lets carry on
    where were we
    ok where were we
    pick up where i stopped
    resume
    resume the eoi
    take me back to my form
    take me to where i left off
    finish off my application
    finish the eoi
    continue filling it in
    get on with the form
    go on with my application
    back to it
    lets finish this form
    what was i doing
    carry on form
    next bit please
    back on it`,
  status: `
    what stage is it at
    whats the status of my application
    status update
    status of the eoi
    wheres my application up to
    where is it up to
    where are we up to with it
    where have we got to
    how far along are we
    how far have i got
    how far through am i
    how is my application doing
    hows our application getting on
    how are my applications doing
    any news
    any update
    any updates on our application
    any progress on it
    whats happening with ours
    whats happening with my form
    progress
    check progress
    track my application
    show my application
    see my applications
    list applications
    all my applications
    what applications have i got
    which applications do i have open
    what have i got open
    what is left to do
    what do i have to do still on mine
    whats outstanding
    whats next and by when
    have they replied yet
    has it gone through
    where are we with it
    where has our application got to
    hows it going with our eoi
    whats going on with my application
    what happens with ours now
    any news on our form
    any news on the eoi
    has anything happened
    update please
    give me an update on our application
    how is it getting on
    where is our form up to
    what stage are we at
    what stage is our application at
    is it with the university yet
    has the uni got it
    did our form get there
    have they made a decision yet
    have we heard anything
    my forms
    see where its at
    show me all my applications
    list what ive got
    what have i got on the go
    what do i have open
    when is the next deadline for ours
    whats the next step for our application
    whats my progress
    am i nearly finished
    how much is left to do on the form
    hows my eoi doing`,
  open: `
    open ap 7k3m q9rt
    open application 2
    open the first one
    open the second application
    open number 1
    open the ward 7 one
    open the theatres application
    show application 1
    go to application 2
    open my ward 4 application
    open the old one
    open the other one
    view application ap
    look at the second application
    switch to the other application
    switch application
    switch to ward 9
    open my other application
    the other application please
    open reference ap
    bring up application 3
    load the theatre one
    take me to application 1
    use the second application
    select application 2
    open the one for ward 3
    show me the second one
    show the other application
    go to the other one
    open my second application
    open the one for theatres
    pull up my old application
    open last years one
    bring up the ward 6 one
    can i see the other application
    look at application 2
    open app 1
    swap to the other application
    open the withdrawn one`,
  'check-answers': `
    check my answers
    show me my answers
    show me what ive put
    show what i put so far
    see what ive written
    what have i answered so far
    what answers have i given
    what have i said so far
    list my answers
    let me see my answers
    let me check what ive put
    let me read it through
    read through my answers
    read back my answers
    read it back
    go over my answers
    go through what ive put
    look over the form
    look over what ive done
    look back at my answers
    review what ive put
    review my form
    review application before sending
    view my answers
    view the form so far
    view everything
    summary
    summary of my answers
    give me a summary
    summarise what ive put
    can i check what i wrote
    preview
    preview the form
    print my answers
    double check my answers
    what have i put so far
    show me everything ive put
    can i see my answers
    let me look over it
    read me my answers
    what are my answers
    remind me what i put
    what did i put for mentor
    see the answers
    see the whole form
    go through it all before i send
    check it over
    let me check it before i send it
    show all answers
    review everything
    review before sending
    what does it say so far
    see what ive done so far`,
  'confirm-answers': `
    my answers are right
    my answers are correct
    the answers are all correct
    everything is correct
    all correct
    thats all correct
    looks right to me
    all looks good
    it all looks right
    confirm my answers
    confirm answers
    i confirm the answers
    answers are fine
    happy with my answers
    im happy with that
    happy with the form
    good to go with those answers
    nothing to change
    no changes needed
    all good carry on to declaration
    go to the declaration
    accept answers
    answers confirmed
    yes these are all right
    everything looks fine on the form
    ready for the declaration
    yes its all correct
    all fine go to the declaration
    answers look good
    everything is right
    its all right
    yes all correct
    all my answers are right
    ive checked it and its fine
    checked and correct
    read it all its fine
    i have checked my answers
    thats all fine
    ready to declare
    do the declaration
    sign the declaration
    on to the declaration
    no changes
    nothing needs changing
    looks good to me
    looks fine
    all ok`,
  missing: `
    answer what is missing
    answer the missing ones
    answer the missing questions
    do the missing answers
    do the ones i left
    fill in the gaps in the form
    fill in what is missing
    fill in the blanks
    go to the unanswered questions
    unanswered questions
    which questions are left
    which questions have i not answered
    what have i not answered
    whats missing from the form
    what is missing on my form
    what did i skip
    the parked questions
    go back to the parked ones
    do the parked questions
    show the parked ones
    answer parked
    complete the missing bits
    go to the first missing answer
    missing answers
    whats blank
    finish off the blanks
    whats not filled in
    what have i left blank
    which ones did i miss
    what did i miss
    what did i leave out
    show me the gaps in the form
    questions i havent answered
    whats still blank
    answer the ones i parked
    go through the ones i skipped
    do the ones i skipped
    back to the skipped questions
    fill the rest in
    whats left to answer
    the ones i said i didnt know`,
  change: `
    change the ward name
    change my answer about places
    change one of my answers
    change an earlier answer
    change what i put for mentor
    change the postcode
    change the number of trainees
    change places to 4
    change the email address
    change the manager name
    change the job title
    i need to change an answer
    i want to change something
    i want to change the mentor
    i put the wrong postcode
    i put the wrong number of places
    ive put the wrong email
    i made a mistake in the phone number
    i made a mistake earlier
    that was wrong can i change it
    edit my answer
    edit the service name
    edit places
    amend the mentor hours
    amend an answer
    alter the study day
    alter the number
    correct the email
    correct my phone number
    correct a mistake
    fix a typo in the ward name
    update the hr contact
    update my job title
    update the number of places
    can i amend the intake
    can i fix my answer about study release
    should have said 3 places
    actually it should be 2 places
    make it 5 places instead
    i meant 3 not 2
    swap the mentor for someone else
    the mentor has changed
    change my answer
    i want to change what i put
    can i change the number of places
    i need to change the email
    wrong postcode
    wrong email
    thats the wrong name
    update the mentor
    change the hr contact
    the mentor is someone else now
    need to correct the ward name
    typo in the service name
    i got the band wrong
    change the intake to september
    change my study day answer
    change 2 places to 3
    we want 3 places now not 2
    can we have one more place
    edit the form
    amend the form
    need to alter something on the form
    go back and change the mentor
    change the answer about board sponsor
    update my phone number
    ive spotted a mistake
    change job title
    modify an answer
    i need to edit something
    put 4 instead of 3`,
  back: `
    back one
    go back a question
    go back one question
    go back to the last question
    back to the previous question
    back up
    back a bit
    previous one
    the previous question
    the last question again
    the question before
    question before please
    show me the last question again
    return to the last question
    step back
    one step back
    undo that
    undo my last answer
    take that back
    oops go back
    whoops back
    wait go back
    hang on go back
    can i go back
    can we go back one
    i want to go back
    let me go back
    let me redo the last one
    redo the last question
    last one again
    go back please
    last question please
    back a question
    let me see the previous one
    take me back one
    go to the one before
    return to previous question
    i want the question before
    one question back
    reverse
    hit next by mistake go back
    go bakc
    bk
    previous pls`,
  save: `
    save and come back later
    save it for later
    save this for now
    save my progress
    save progress
    save my form
    save what ive done
    save & close
    save and close
    save and quit
    save so far
    keep it for later
    keep this and ill finish later
    i have to go
    ive got to go
    got to run
    gotta go
    need to go
    being called away
    ive been called away
    ill come back to this
    ill come back later
    come back to it tomorrow
    ill do the rest later
    do the rest tomorrow
    finish this tomorrow
    finish it another time
    i need to stop here
    stop here for today
    thats it for today
    thats enough for now
    leave it there for now
    pause this
    pause the form
    can i pause here
    bleep going off back later
    busy back in a bit
    end for now
    bye for now
    see you later
    signing off
    log off
    close this
    save and leave
    save it and close
    save what i have
    save this form
    can i save this
    can i save and finish later
    i need to save this
    save my application
    save my answers for later
    stop here
    leave it for now
    stop for today
    ill stop there
    off to handover save this
    my breaks over
    got a patient got to go
    need to stop
    have to leave it there
    ill have to do this another time
    leaving now
    im off
    im finished for today
    done for today
    ill carry on tomorrow
    continue this tomorrow
    shut it down
    close the form
    keep my place
    hold my place
    save plz
    sav`,
  cancel: `
    cancel this application
    cancel it
    cancel everything
    cancel the form
    cancel the eoi
    i want to cancel
    please cancel
    can i cancel this
    stop this application altogether
    stop doing this
    stop the form
    abandon it
    abandon this form
    abandon the application
    abort
    scrap it
    scrap this
    scrap the form
    bin it
    bin this one
    ditch it
    drop it
    drop this
    forget about it
    forget the whole thing
    leave it never mind
    nah forget this
    dont bother
    i dont want to do this
    i dont want to carry on with this
    i dont want to continue
    ive changed my mind
    changed my mind about all this
    not going ahead with this form
    get rid of this form
    discard
    discard this
    cancel it all
    cancel this form
    stop all this
    call it off
    i want out
    bin the whole thing
    chuck it
    get rid of it
    scrap that application
    i dont want to apply any more
    we dont want to apply now
    not bothering with this
    give up
    i give up on this
    quit this application
    end this application
    kill it
    void the application
    throw it away
    nevermind all this
    cancell`,
  'start-over': `
    start all over again
    start over from the beginning
    start from the beginning again
    start from the top
    start from scratch
    start fresh
    start this again
    start the form again
    begin again from the start
    begin again
    back to square one
    go back to the very beginning
    from the top
    from the beginning please
    restart the form
    restart it
    restart everything
    re start
    reset
    reset the form
    reset everything
    reset my answers
    clear the form
    clear my answers
    clear it and start again
    wipe the form and start over
    redo the whole form
    redo everything
    do the whole thing again
    do it all again from the start
    let me start again
    can i start again
    i want to start over
    start again
    start from the start
    start anew
    begin from scratch
    wipe it and start again
    can i start afresh
    scrap it and start again
    i want to begin again
    restart please
    go right back to the start
    reset it all
    do over
    start afresh
    blank form please
    start with a clean form
    strat again`,
  copy: `
    copy the form from last year
    copy from my last form
    copy my previous eoi
    copy the old application
    copy an earlier application
    copy this for another ward
    copy it for ward 5
    make a copy
    make a copy of it
    make a copy for another ward
    duplicate
    duplicate it
    duplicate my application
    duplicate the form for theatres
    clone my application
    clone it
    clone last years
    use last years form
    use the same answers again
    use the answers from before
    use my old form
    use my previous application as a start
    use an old one as a template
    reuse it
    reuse my last one
    reuse the form
    reuse last years answers
    base it on the last one
    same again for another ward
    the same as last time for a new application
    start from a copy
    start from my old one
    repeat my last application
    can i copy over what i put last time
    copy it for another ward
    copy this application
    copy last years form
    can i copy an old one
    copy my application for another ward
    use my last application
    use last years answers
    use the same form as before for a new ward
    carry over my answers
    carry over last times answers
    bring my answers across
    bring over what i put before
    start a new one from an old one
    new application from the old one
    make another like this one
    same application for a different ward
    copy over from the unsuccessful one
    try again with a copy
    apply again with the same answers
    can i reuse the old form`,
  documents: `
    get my documents
    show me my documents
    get the word document
    get the completed form
    give me the word version
    give me the word file
    word copy please
    word doc
    where is the form
    wheres the document
    where can i get my form
    where do i download it
    download my form
    download the word doc
    download the email
    download documents
    get a copy of my form
    i need a copy of the form
    i need a copy of what i sent
    send me a copy
    send me the document
    send me the word doc
    email me the form
    print the form
    printable version
    pdf of the form
    pdf please
    the files
    my files
    the receipt please
    show my receipt
    copy of the receipt
    cover email
    the covering letter
    covering email please
    the email text to send with it
    link to the form
    open the document
    export the form
    attachments
    can i have the form
    i want the form as a word doc
    download form
    get my form
    get the documents
    where are my documents
    where is my completed form
    where do i get the completed form
    i lost the email with the form
    i need the covering email
    show me the cover email again
    send the form to me again
    resend the documents
    the link has expired
    link doesnt work any more
    new link please
    can i print it
    print it
    can i get a pdf
    word version
    get me the receipt
    proof that i sent it
    the finished form please
    the file please
    doc please
    my copy of the form
    give me the covering email`,
  sent: `
    i sent it yesterday
    sent it off
    sent the form
    sent it to the uni
    sent to chester today
    ive sent the form off
    ive sent it in
    ive now sent it
    ive just sent it
    just sent it
    we sent it last week
    we sent it on the 3rd
    form has gone
    form sent
    form is in
    form is off
    its gone off
    its been sent
    its submitted
    submitted
    i submitted it
    submitted it on monday
    submitted the eoi this morning
    submitted today
    ive submitted it
    eoi submitted
    eoi sent to uclan
    eoi has been emailed
    emailed it over
    emailed the form to the university
    ive emailed it
    emailed 4th march
    posted it
    handed it in
    put it in yesterday
    returned the form on friday
    mark it as sent
    mark as sent
    record that i sent it
    ive emailed it to the university
    emailed to uclan today
    its off
    its in
    gone to the uni
    its with the university now
    form went off this morning
    sent on monday
    sent it yesterday
    sent today
    weve sent it
    we have sent the eoi
    eoi went in on friday
    i have returned the form
    returned it to chester
    returned to uni
    handed the form in
    dropped it off
    posted yesterday
    just emailed it
    just submitted
    submitted eoi last week
    sending done
    that has been sent
    i sent the eoi off
    done sent it
    snet it`,
  decision: `
    weve had an answer
    weve had a reply
    we got a decision
    got the decision
    the decision is in
    the decision came
    results are in
    we heard back from the uni
    heard from chester
    heard from the university today
    the university said yes
    the university said no
    uni said no
    uni turned us down
    they said yes
    they said no
    they turned us down
    they rejected it
    they refused us
    they have funded us
    they have approved it
    they approved 2 places
    it was approved
    weve been approved
    weve been successful
    we were successful
    we got the places
    we got 2 places
    we got 3 of the 4
    we got one place out of two
    awarded 2 places
    awarded all of them
    weve been awarded funding
    we got funding
    we are funded
    we didnt get funded
    we didnt get any
    we werent successful
    unfortunately not successful
    we lost out
    got turned down
    bad news from the uni
    good news we got it
    its a yes
    its a no from them
    offered us 1 place
    record the outcome
    put down the outcome
    not funded this time
    we were not funded
    not this time
    no funding
    no luck with the funding
    didnt get it this time
    we havent got it
    didnt get the places
    unsuccessful this time
    turned down this round
    rejected this time
    they arent funding us
    they wont fund it
    they wont fund us
    they are funding us
    they are funding two
    weve got funding
    funding agreed
    funding came through
    funding approved
    got the funding
    got it
    weve got the places
    got all three places
    only got one place
    only 1 of the 2
    2 out of 3 funded
    partly funded
    they gave us two
    they gave us one of the three
    yes from the university
    its a no
    we had a letter saying no
    the letter says yes
    email came saying we got it
    chester have accepted us
    the commissioner said yes
    commissioner turned it down
    outcome is in
    decision is in
    ive had the outcome
    ive had the decision
    we know the outcome
    i want to record the decision
    enter the decision
    still no decision
    no reply yet from the uni
    havent heard back yet
    not heard anything yet`,
  withdraw: `
    withdraw our application
    withdraw our eoi
    withdraw from it
    withdraw from this round
    we want to withdraw our form
    id like to withdraw
    i need to withdraw
    can i withdraw
    we are withdrawing
    were withdrawing
    were pulling out
    we have to pull out
    pull our application
    pull the application
    pull it
    take our name off
    take us off the list
    take our application back
    take it back from the uni
    remove our application from the scheme
    remove us from the round
    we dont need the places now
    we no longer want the places
    we no longer need the trainee place
    were not going ahead
    not going ahead any more
    we cant go ahead
    the post has been frozen so we cant go ahead
    give the places back
    hand back the places
    turn down the places
    decline the places
    retract it
    retract the eoi
    stop our application going forward
    withdraw it please
    withdraw the eoi we sent
    we wish to withdraw
    pull our eoi
    pull out of it
    pull out of the scheme
    we are pulling out
    we are out
    take us out of it
    take us out of the running
    we dont want the place any more
    we dont need it any more
    no longer going ahead
    we cant take the places
    we have lost the funding for the post so pull out
    our candidate dropped out so withdraw
    turn the offer down
    decline the offer
    give the place back
    hand the place back
    un submit it
    retract our application
    tell the university we are withdrawing
    we have to withdraw`,
  reopen: `
    reopen my application
    reopen the form
    reopen it please
    open it back up
    open my withdrawn application again
    bring it back
    bring back my application
    bring my application back to life
    un withdraw
    undo the withdrawal
    i withdrew by mistake
    restore my application
    restore it
    reinstate it
    reinstate the application
    revive the application
    the decision i put was wrong
    i recorded the wrong decision
    correct the decision i entered
    change the decision
    the outcome was wrong we did get it
    take the decision back
    reverse the withdrawal
    cancel the withdrawal
    make it active again
    reactivate my application
    reopen it
    re open my application
    open the closed one again
    i didnt mean to withdraw
    shouldnt have withdrawn
    withdrawn by accident
    undo withdrawing
    can i undo the withdrawal
    get my withdrawn application back
    bring back the withdrawn one
    i want my application back
    start the withdrawn one up again
    un cancel it
    i cancelled by mistake
    i cancelled it by accident
    i put the wrong decision
    wrong outcome recorded
    the decision is wrong
    i said no but it was yes
    i recorded not funded but we were funded
    fix the decision
    outcome is wrong`,
  confirmation: `
    start the confirmation of support
    start the confirmation form
    start the cos
    do the cos
    do the cos form
    do the confirmation form now
    do the confirmation of support
    complete the confirmation
    complete the confirmation of support
    complete the cos form
    fill in the cos
    fill out the confirmation form
    fill in the support form
    fill in the form for the people who got places
    fill in the form for the successful trainees
    open the confirmation form
    open the confirmation of support
    begin the confirmation of support
    i need to do the confirmation
    i need to confirm support
    i need to return the confirmation
    confirm our trainees
    confirm the trainees
    confirm the candidates
    confirm support for our trainees
    enter the trainees
    enter the trainee names
    add the trainees details
    put in the trainees names
    names of the successful candidates
    weve picked our trainees
    weve chosen the trainees
    weve recruited our taps
    weve appointed the trainees
    weve interviewed and got our two
    trainees are recruited
    confirmation form please
    employer confirmation
    cos
    cos form
    cos please
    do cos
    start cos
    cos now
    open the cos
    confirmation of support please
    confirmation of support form
    do the confirmation of support form
    lets do the confirmation of support
    i want to fill in the confirmation of support
    start confirmation
    fill the confirmation in
    fill in cos for our trainees
    time to do the confirmation
    the form for the trainees who got in
    fill in the trainee details
    put in who weve recruited
    enter who we recruited
    weve got our trainees
    weve appointed
    we have appointed someone
    weve appointed our trainee
    we have appointed both
    interviews are done and weve picked
    weve hired them
    we have our two trainees now
    recruitment complete
    recruiting is finished
    trainee appointed
    add a trainee
    enter the successful candidates
    confirm who got the places
    complete support form
    support confirmation`,
  universities: `
    show me the universities
    show the unis
    list the unis
    list of universities
    which unis are there
    which universities are there
    which university should i pick
    which uni should we go with
    what universities can we use
    what unis do it
    choose a university
    choose uni
    pick a uni
    pick a university
    select the university
    compare unis
    compare the universities
    university options
    uni options
    university choice
    options for uni
    change uni
    change to a different university
    change the uni we picked
    change from chester to bolton
    swap university
    swap uni
    switch to uclan
    switch university
    we want a different uni
    we want to use cumbria instead
    can we go to bolton instead
    use another uni
    other providers
    providers list
    show providers
    training providers list
    unis
    uni list
    universities list
    which unis can we use
    what universities are there
    show me uni options
    what are the uni options
    what are our university options
    change our university
    change the university
    change my uni
    change our uni
    switch our uni
    switch to a different uni
    switch to bolton
    go with bolton instead
    go with a different university
    we picked the wrong uni
    wrong university
    i picked the wrong university
    we would rather go to cumbria
    want to use salford instead
    move to another uni
    move our application to another university
    send it to a different university
    different uni please
    choose another university
    pick another uni
    pick our uni
    choose our university
    select a uni
    compare chester and bolton
    what are the differences between the unis
    show the list of universities
    universitys`,
  'start-date': `
    the start date has moved
    the programme start date changed
    the course start has been put back
    the course start date is different now
    start date is now october
    start has been delayed
    start delayed by a month
    they moved the start date
    the uni moved the start
    uni changed the start date
    new start date
    give a new start date
    update the start date
    correct the start date
    change programme start
    the intake starts later now
    start put back to march
    start brought forward
    course now begins in january
    the date it starts has changed
    set the start date
    alter the start date
    the first day is different
    enter the real start date
    real start date from the university
    confirmed start date
    start date has moved
    the start date is different
    the start date has changed
    the programme has been delayed
    programme start moved to march
    course has been moved to october
    the course starts later than planned
    the uni has put the start back
    uni has moved it to november
    they have changed when it starts
    new date for the start
    its starting a week later
    start has moved to the 4th
    intake put back
    intake date changed
    intake has moved
    induction date has moved
    start brought forward a week
    wrong start date
    the start date we have is wrong
    programme start is now different`,
  started: `
    theyve started
    the trainees have started
    our trainees started today
    trainees started the course
    the programme has started
    the course has started
    the course has begun
    they started on monday
    they started at uni this week
    taps have started
    our tap started
    they have begun the programme
    first day done
    theyre on the course now
    the trainee is now on programme
    mark as started
    record that they started
    record the start
    programme began
    the cohort started
    all started
    both have started
    they have enrolled and started
    started last week at chester
    our two have started their training
    she has started
    he has started the course
    shes started at uni
    our trainee has started
    trainee started
    they started
    they started last week
    both of them started today
    course started
    course began on monday
    programme is under way
    its started
    first day was monday
    they had their first day
    theyre in
    everyone has started
    cohort has begun
    trainees are on the programme
    they are on the course now
    started today`,
  'dont-know': `
    i dont know that one
    i dont know this
    dont no
    dont know off hand
    dont have that to hand
    i havent got that to hand
    i havent a clue
    havent a clue
    no clue
    not a clue
    havent got a clue
    no idea yet
    no idea sorry
    not sure about that
    not sure about this one
    not sure at the moment
    im not sure
    im not certain
    unsure at the moment
    couldnt tell you
    cant say yet
    cant answer that yet
    hard to say
    who knows
    ill need to find out
    ill have to find out
    ill have to ask
    need to ask hr
    need to ask finance
    need to ask my matron
    need to ask someone
    need to check with hr
    ill check with finance
    im waiting to hear from hr
    waiting to hear from the board
    waiting on hr to confirm
    waiting for someone to tell me
    still waiting to find out
    hr havent told me yet
    finance havent come back to me
    not confirmed yet
    not been decided
    we havent decided yet
    undecided
    to be decided
    tbd
    tbc really
    park that one
    park this question
    put that one aside
    put it to one side
    come back to this question
    leave that one for now ill find out
    i have no idea
    dont know sorry
    dunno sorry
    no idea
    not sure yet
    ill find out
    ill check
    let me check
    need to check that
    id have to ask someone
    havent decided
    not decided
    who knows that
    pass
    i dont know that yet
    beats me
    havent been told`,
  skip: `
    skip this one
    skip that
    skip that question
    skip it for now
    skip for now
    skip please
    can i skip this
    can i skip that one
    can we skip it
    miss this one
    miss this out
    miss that one out
    miss it out
    leave this one
    leave it empty
    leave that blank
    leave it out
    move on
    move on to the next
    move on to the next one
    next one
    next one please
    next question please
    on to the next
    go to the next question
    go on to the next question
    jump this one
    jump to the next
    pass on this one
    pass on that
    ignore this question
    rather not say
    prefer not to say
    id rather not answer
    doesnt apply
    not applicable
    doesnt apply to us
    blank
    skip that one
    skip to the next
    next
    next question
    miss it
    leave it blank please
    no answer
    no comment
    nothing to put
    nothing to add
    nothing to say here
    not relevant
    n/a
    na
    not needed
    isnt relevant to us
    go past this
    leave this blank
    dont want to answer that
    id rather skip it`,
  same: `
    same as the first
    same as before
    same as above
    same as last one
    same as the other trainee
    same as trainee 1
    the same
    same again
    ditto
    as above
    as before
    same mentor
    same one
    same day
    same for this one
    same for all
    same details as the last one
    copy the answer from the first trainee
    identical to the first
    use the same answer
    just the same
    same here
    exactly the same
    no different
    as for the first one
    same as the one above
    the same as the first one
    same as the last trainee
    same for her
    same for him
    same for both
    same for the second
    same answer
    same again please
    as with the first
    as for trainee 1
    same mentor as before
    ditto please
    as last one
    copy from above
    exact same
    its the same`,
  contacts: `
    who can i ask
    who can i contact
    who do i contact
    who should i contact
    who should i speak to
    who can i speak to about this
    who do i ring
    who can help me with this
    contact details
    contacts list
    list of contacts
    show contacts
    useful contacts
    people to contact
    give me a contact
    someone to speak to
    can i speak to someone
    can i speak to a human
    can i talk to a person
    i want to talk to a real person
    put me through to someone
    phone number for help
    is there a helpline
    who runs this
    whos in charge of this scheme
    whom do i ask
    who can i speak to
    who can i talk to
    who do i speak to about this
    is there someone i can ring
    is there someone i can email
    can i ring someone
    can i email someone
    contact please
    contacts please
    who to contact
    who do i email about the scheme
    give me a phone number
    i need a human
    real person please
    speak to a human
    get me a person
    talk to someone
    need to speak to somebody
    whos the contact for this
    who is the contact at the university
    scheme contacts
    contact list
    who should i ask about this
    who can tell me`,
  reminders: `
    show my reminders
    show me my reminders
    show reminders
    list reminders
    list my reminders
    see my reminders
    view my reminders
    reminders please
    what reminders do i have
    what reminders are set
    what reminders are coming up
    which reminders are on
    when will you remind me
    when are you going to nudge me
    when will i get a reminder
    what nudges have i got
    my nudges
    upcoming reminders
    upcoming nudges
    next reminder
    whats my next reminder
    have i got any reminders
    are there any reminders set
    any reminders for me
    reminder settings
    check my reminders
    manage reminders
    manage my alerts
    what are you going to chase me about
    what alerts have i got
    what reminders have i got
    which reminders have i got
    reminders?
    what are you reminding me about
    whats coming up
    what will you nudge me about
    when is my next nudge
    do i have reminders set
    is there a reminder set
    list of my reminders
    show nudges
    show all my nudges
    see what reminders are set
    see upcoming reminders
    have you got any reminders for me`,
  'remind-me': `
    remind me tomorrow
    remind me on friday
    remind me next week
    remind me on monday morning
    remind me in a few days
    remind me in 3 days
    remind me about this later
    remind me about the form
    remind me to chase hr
    remind me to send it
    remind me before the deadline
    remind me a week before
    remind me on the 12th
    remind me after my days off
    can you remind me
    could you remind me next month
    pls remind me thursday
    send me a reminder
    send me a reminder on tuesday
    set a reminder
    set a reminder for wednesday
    set me a reminder for next month
    add a reminder
    give me a nudge next week
    give me a nudge on friday
    nudge me
    nudge me on monday
    nudge me about hr next week
    prompt me tomorrow
    ping me tomorrow
    ping me next week
    alert me a week before it is due
    dont let me forget
    dont let me forget the deadline
    chase me next week
    chase me about it on thursday
    remnd me tmrw
    remind me later today at 4
    remind me thurs
    remind me in a fortnight
    remind me on the 3rd to ring hr
    remind me to ring the university
    remind me to chase finance on friday
    can i get a reminder
    can i have a reminder on monday
    could you nudge me on tuesday
    could you set a reminder
    put a reminder in for friday
    reminder for monday
    reminder on the 5th
    reminder tomorrow
    reminder please friday
    poke me next week
    give me a shout on monday
    tell me again on friday
    message me on wednesday about it
    set an alarm for tuesday
    i need reminding on friday
    please remind me`,
  snooze: `
    snooze
    snooze it
    snooze this
    snooze till monday
    snooze for a week
    snooze until next week
    snooze a few days
    not now
    not right now
    not today
    not this week
    ask me later
    ask me tomorrow
    ask me again tomorrow
    ask me again on monday
    ask again after my leave
    try me again next week
    try again tomorrow
    come back to me next week
    come back to me after nights
    come back on thursday
    later please
    bit later
    maybe later
    tomorrow instead
    next week instead
    after nights
    after my nights
    after annual leave
    im on leave till monday
    on nights this week ask me after
    im off til thursday
    delay this reminder
    put it off till next week
    put this off
    postpone it
    hold off till after easter
    give me a few days
    too busy now, next week
    later
    not now thanks
    not at the moment
    not just now
    leave it till monday
    leave it till next week
    leave it until after my nights
    can it wait
    can this wait
    it can wait
    can we do this next week
    can we leave it till friday
    ask me again next week
    ask me next week
    ask again friday
    ask me in a few days
    ask me another day
    do it another day
    another day
    some other time
    another time
    tomorrow
    tomorrow please
    next week please
    after my leave
    when im back off leave
    im on holiday
    im on annual leave till the 5th
    on nights
    im on nights
    im off tomorrow
    busy today
    busy shift not now
    in a bit
    give me an hour
    give me till friday
    give me a week
    wait a week
    hold that thought
    put it off
    push it back a week
    push it to monday
    bump it to friday
    defer
    snoze`,
  'already-done': `
    already done
    its already done
    ive already done it
    ive already done that
    i did it already
    i did that last week
    i did that yesterday
    thats been done
    thats done
    thats done already
    thats all done
    its done
    done it
    done that
    all done
    that one is done
    that ones been sorted
    sorted
    already sorted
    its sorted
    ive sorted it
    ive sorted that
    sorted it last week
    weve done that
    weve sorted this already
    dealt with
    already dealt with
    thats dealt with
    ive taken care of it
    taken care of
    handled it
    completed that already
    ticked that off
    you can tick that off
    mark it done
    mark that as done
    no need to remind me its done
    finished that
    done that one already
    already did that
    already did it
    ive done it
    ive done this
    i have already done that
    ive done that bit
    that was done last week
    it was done ages ago
    we did that last month
    done already thanks
    done thanks
    that is finished
    thats finished
    thats sorted
    all sorted now
    been done
    it has been done
    cross it off
    cross that off
    tick it off
    you can cross that off
    no need its done
    ive already sent that
    ive already rung them
    already chased them
    already handled
    weve dealt with that
    thats in hand and done`,
  'stop-reminders': `
    stop reminding me
    stop the reminders
    stop all reminders
    stop these reminders
    stop sending me reminders
    stop sending me messages
    stop messaging me
    stop nudging me
    stop the nudges
    stop chasing me
    stop pestering me
    stop notifications
    turn off reminders
    turn reminders off
    turn off notifications
    turn off the nudges
    turn them off
    switch off reminders
    switch off the alerts
    disable reminders
    disable notifications
    cancel the reminders
    cancel my reminders
    cancel all my nudges
    i dont want reminders
    i dont want any more reminders
    dont remind me
    dont remind me again
    dont send me any more
    no more nudges
    no more messages
    no more alerts
    no reminders please
    leave me alone
    opt out
    opt out of reminders
    mute
    mute reminders
    too many reminders stop
    unsubscribe me
    stop the nagging
    stop nagging me
    stop emailing me
    enough reminders
    no reminders
    i dont need reminders
    i dont want these
    i dont want these messages
    dont want nudges
    dont message me again
    dont nudge me
    please stop messaging me
    please stop the reminders
    reminders off
    nudges off
    can you stop reminding me
    can i turn these off
    how do i turn off reminders
    how do i stop these
    stop sending these
    cancel reminder
    get rid of the reminders
    kill the reminders
    unsubscribe
    pack it in with the reminders
    shut up with the reminders`,
  'start-reminders': `
    start reminders again
    start the reminders again
    turn reminders on
    turn reminders back on
    switch reminders on
    switch the nudges back on
    resume reminders
    i want reminders again
    remind me again after all
    put the reminders back on
    enable reminders
    unmute reminders
    reminders back on please
    opt back in to reminders
    turn the reminders back on
    can i have my reminders back
    i want the reminders back
    reminders on again
    start nudging me again
    switch nudges back on
    restart my reminders
    start sending reminders again
    bring back reminders`,
  join: `
    join an application
    i have a code
    ive been given a code
    ive got an invite code
    my manager sent me a code
    use this code
    enter my code
    type in the code i was sent
    accept the invitation
    accept the invite
    i was invited
    ive been invited to an application
    join my colleagues application
    where do i put the code
    i have a code to join
    i was sent a code
    my colleague gave me a code
    accept an invitation with a code
    ive got a code
    heres my code
    i have an invitation code
    been given a code to join
    how do i join with a code
    how do i use the code
    join with a code
    enter invite code
    ive been sent an invite
    i got an invite from my matron
    redeem code
    put the code in`,
  people: `
    who can see this application
    who else can see my form
    who has access to my application
    who have i invited
    who is on this application
    list the people on it
    show the people invited
    who did i share it with
    which colleagues can see it
    who is working on this with me
    show who has access
    who else can see this application
    who is on this application with me
    show me who has access
    list the people who can see it
    who has access
    who can see it
    who can get into this application
    who else is on it
    who have i shared it with
    whos on this application
    show me who can see it
    list who has access
    is anyone else on this
    who can edit it
    who can see our form`,
  remove: `
    remove my deputy from the application
    remove a colleague
    remove someone from this
    remove priya
    take my matron off this application
    take jo off it
    stop sharing with my deputy
    stop sharing it
    revoke access
    revoke my colleagues access
    remove their access
    uninvite someone
    kick someone off the application
    remove her from the application
    remove him from my application
    take my colleague off the application
    stop my colleague seeing it
    take my deputy off
    take her off it
    take him off the application
    remove my deputy
    remove my colleagues access
    remove priyas access
    stop my deputy seeing it
    she shouldnt have access any more
    he has left take him off
    unshare
    unshare it
    stop sharing
    take away their access
    block her from the application
    delete a colleague from it`,
  'take-back': `
    take back the code
    take the code back
    cancel the invite code
    cancel the invitation
    withdraw the invitation
    i sent the code to the wrong person
    the code went to the wrong colleague
    make the code stop working
    revoke the code
    delete the invite code
    take back the code i sent
    cancel the invitation code
    the code went to the wrong person
    take back that code
    void the code
    the invite code is lost cancel it
    cancel that invite
    i invited the wrong person
    code sent to wrong person
    withdraw the invite
    kill the code`,
  overview: `
    show the overview
    coordinator overview
    all applications in the trust
    all our organisations applications
    every application in the organisation
    show me everyones applications i coordinate
    coordinator view
    list all the wards that have applied
    which of our wards have applied
    where are all our applications up to
    show me all the applications in my organisation
    overview of all applications in the trust
    which wards have applied
    list every application across the organisation
    overview of our applications
    who in our trust has applied
    see all the applications in the trust
    see every ward's application
    all wards
    show me what every ward is doing
    coordinator dashboard
    dashboard
    trust overview
    where is everyone up to
    list everyones applications`,
  plan: `
    make a plan
    make me a plan
    make a plan for september
    plan for the september intake
    plan for a february start
    plan backwards from the start date
    work backwards from september
    work out the dates
    work out the dates for a feb start
    work out my deadlines
    plan my dates
    plan the dates
    plan it out for me
    plan
    timeline
    timeline please
    timeline for the application
    give me a timeline
    give me a timetable
    draw up a timeline
    build me a schedule
    schedule for getting this done
    what should happen when
    what do we need to do by when
    what needs doing by when
    what has to be done by when if we start in february
    if we want to start in september what are the dates
    if they start in feb when does everything need to be done
    we want our trainee to start in february, what needs to happen when
    aiming for a september start, when do i need to do things
    for a sept start when should i begin
    key dates for a september start
    milestones
    project plan
    action plan with dates
    dates plan for 2 trainees in feb
    when do i need to do each bit
    step by step plan with dates
    work out a plan
    give me a plan
    plan please
    can you plan it
    what are the dates i need to hit
    what are my deadlines if we start in sept
    when do i need to do everything
    what by when
    by when do i need to do what
    backwards plan
    plan back from september
    if they start in september when do i apply
    we want to start in sept work out the dates
    aiming for feb start
    aim to start in february
    plan for feb
    plan for 20 sept
    show me a timeline
    timetable
    schedule please
    give me the key dates
    dates i need to hit`,
  calendar: `
    add it to my calendar
    add to calendar
    add the dates to my calendar
    add the due date to my calendar
    add the deadlines to outlook
    put it in my calendar
    put it in my diary
    put the dates in my diary
    put the deadline in my outlook calendar
    put them in my phone calendar
    calendar file
    calendar
    calendar please
    calendar of dates
    calendar entries
    calendar invite for the deadline
    get the calendar file
    download the calendar
    download calendar file
    give me the dates for outlook
    ics
    ics file
    the ics please
    ical
    export to calendar
    export to outlook
    export the deadlines
    export my dates
    sync with outlook
    sync my calendar
    send the dates to my calendar
    save the dates
    save the dates in outlook
    diary dates
    outlook calender
    google calendar
    can i have these dates in my calendar
    put these in my calendar
    put the dates in my calendar
    add to outlook
    calendar link
    give me the calendar
    calendar entry please
    get dates in my diary
    put it in the diary
    put that in outlook
    download the dates
    add deadlines to calendar
    dates to outlook
    can i add these to outlook
    ical file
    save the date in my calendar
    calender`,
  'ask-colleague': `
    ask a colleague
    ask my colleague
    ask my matron
    ask someone else to answer
    ask someone else this one
    ask hr this one
    ask hr for me
    ask finance to answer this
    ask our finance lead
    ask the mentor
    ask my manager to answer this
    ask the training lead
    ask l&d
    can you ask hr
    can you ask my hr partner this question
    could you ask the budget holder
    get hr to answer it
    get hr to answer this one
    get the matron to answer
    get someone else to answer
    let hr answer this
    let my matron answer that one
    send this to hr
    send this one to hr
    send it to my colleague to answer
    send this question to finance
    send the question to my deputy
    send this to the training department
    forward this question
    forward this to my matron
    pass this question to hr
    pass this one to finance
    hr would know this, ask them
    hr knows this one
    my deputy knows the answer to this send it to her
    finance would know that better
    the hr lead should answer this
    that is one for the board sponsor
    thats one for hr
    better ask the education lead
    best to ask our finance manager
    someone else needs to answer this
    delegate this question
    can hr answer this
    can you ask my manager
    can you ask hr to answer this one
    can someone else answer this
    can somebody in hr fill this bit in
    get my matron to do this one
    get someone in finance to answer
    let finance do this question
    let my deputy do this one
    send it over to hr to answer
    send this to my manager
    send to finance
    pass to hr
    pass it to hr
    forward to l&d
    forward it to the training lead
    email this question to finance
    hr should answer this
    hr would know
    finance will know this
    my matron would know
    not my question ask hr
    this ones for finance
    this is a question for hr
    thats a question for the board sponsor
    needs to go to hr
    someone in hr needs to answer this
    someone else would know this
    i need to ask hr to fill this in
    best ask finance
    better if hr answers
    best person is my matron ask her
    could you send it to my colleague
    could this go to our hr partner
    could finance do this bit`,
  invite: `
    invite my deputy
    invite a colleague
    invite my colleague
    invite my matron to see this
    invite someone to help
    invite jo
    invite another person
    add a colleague
    add my deputy
    add my manager to this application
    add someone to the application
    add another person to this
    share this
    share it
    share my application
    share with my matron
    share this with my deputy
    share it with a colleague
    share access
    give my deputy access
    give someone else access
    give my matron access to this
    give priya access
    let my deputy see this
    let my deputy edit it
    let someone else see it
    let someone help me with it
    let my manager have a look
    can my deputy see this
    can my matron look at it
    can my colleague help with this form
    can someone else work on it with me
    can priya see it as well
    can a colleague join in
    bring a colleague in
    collaborate
    work on it together
    invite someone
    invite sam
    add sam to it
    add a person
    add a second person
    add my matron
    can i add someone
    can i add my deputy
    can i share this
    can i invite my manager
    can someone else see this
    can we both work on it
    how do i share this with my colleague
    how do i add someone
    i want to share it
    i want my deputy to help
    i want my colleague to have access
    let my colleague in
    let sam in
    need to give my deputy access
    get my deputy on here
    give a colleague access
    work with a colleague on this
    two of us are doing this
    send an invite
    make an invite code
    get me a code for my deputy`,
  'hand-over': `
    hand over
    hand over my application
    hand this over
    hand it over to someone else
    hand over to my deputy
    hand over ownership
    hand the application to the new ward manager
    pass it on to someone else
    pass this on to my replacement
    pass it to my successor
    pass my application to jo
    transfer my application
    transfer the application to someone else
    transfer ownership
    transfer it to the new manager
    change the owner
    change who owns this
    change ownership
    make someone else the owner
    make my deputy the owner
    make my successor the owner
    give it to my replacement
    give this application to someone else
    give it to the new manager
    im leaving the trust who takes this over
    im leaving next month hand it over
    im moving wards
    im changing jobs someone else will do this
    im going on maternity leave can someone take this over
    someone else is taking over from me
    someone else is going to run this now
    reassign
    reassign it
    reassign the application
    new ward manager is taking over
    my replacement should have this
    take me off as the owner
    hand it over
    hand my application over
    hand over to the new manager
    hand over to a colleague
    hand this to my successor
    pass it on
    pass this application to my replacement
    pass over the application
    transfer it
    transfer to my deputy
    transfer to a new owner
    transfer this to someone else
    im leaving
    im leaving my job
    im leaving on friday who takes over
    ive got a new job
    im going on mat leave
    im off long term someone needs to take over
    im retiring hand it over
    i wont be the ward manager any more
    i no longer manage this ward
    new manager is taking it on
    my colleague is taking this on now
    new owner
    change of owner
    someone else will own this
    someone else should own this
    give ownership to sam
    let the new ward manager take over
    sign it over to my deputy
    handing over`,
  privacy: `
    privacy
    privacy notice
    privacy policy
    what do you know about me
    what data do you have on me
    what data do you hold
    what data do you keep
    what do you keep about me
    what do you store
    what do you store about me
    what information do you hold about me
    what information do you keep on me
    what have you got on me
    what have you recorded about me
    what details do you have of mine
    show me what you hold about me
    show me what you know about me
    tell me what you hold on me
    what is stored
    what gets stored
    is my data safe
    is my information safe
    is this confidential
    is it private
    how is my data used
    who sees my data
    data protection
    gdpr info
    gdpr rights
    my data rights
    what happens to my data
    what happens to my information
    do you save what i type
    are my messages kept
    information governance
    gdpr
    gdpr?
    is this gdpr compliant
    data privacy
    how long do you keep my data
    how long is my data kept
    where is my data kept
    where does my data go
    who can see what i type
    who reads this
    who reads my messages
    is this chat private
    is this chat recorded
    are you recording this
    do you keep what i say
    do you keep a record of this
    do you remember what i tell you
    what have you saved about me
    what have you stored
    what info have you got on me
    what details have you got about me
    what do you have on me
    whats held on me
    my information what do you hold
    is my stuff private
    is it secure
    can i trust you with my details
    do you share my data
    do you sell my data
    do you pass on my details
    data protection notice
    what personal data is kept
    what do you do with my answers`,
  'download-data': `
    download my data
    download all my data
    download everything you hold on me
    download what you hold about me
    download my information
    download my personal data
    get my data
    get a copy of my data
    give me my data
    give me a copy of everything you hold
    give me all my data in a file
    send me my data
    send me everything you hold on me
    send me a copy of my personal data
    export my data
    export everything
    export everything you have on me
    export my information
    i want a copy of my data
    i want a copy of what you hold on me
    i want all my information
    can i have a copy of my data
    can i have my data
    can i download what you know about me
    subject access request
    sar
    sar please
    make a subject access request
    dsar
    data export
    data portability
    copy of my data please
    download everything
    download what you hold
    export my stuff
    export what you hold on me
    give me everything you have on me
    give me a file of my data
    i want to see all my data in a file
    i want my data
    i would like my data
    can i get all my data
    can i get a copy of what you hold
    copy of everything you hold on me
    send me all the data you have about me
    get a file of everything
    data download
    take my data out
    subject access
    make a sar
    i want to make a subject access request
    data access request`,
  'delete-data': `
    delete my data
    delete all my data
    delete everything
    delete everything about me
    delete everything you hold about me
    delete my information
    delete my details
    delete my account
    delete me
    delete what you hold
    delete all of it
    erase my data
    erase everything
    erase me
    erase all my details
    remove my data
    remove all my data
    remove everything you hold on me
    remove my information
    remove my details from your system
    remove me from your records
    wipe my data
    wipe everything
    wipe everything you have on me
    forget everything about me
    forget about me
    forget who i am
    get rid of my data
    get rid of everything you have on me
    right to be forgotten
    right to erasure
    please delete all my personal data
    destroy my data
    clear my data
    delete all the data you hold
    delete all my stuff
    delete what you know about me
    delete my records
    delete my history
    delete this chat and my data
    please delete me
    can you delete my data
    can i delete everything
    how do i delete my data
    remove my data please
    remove all my information
    remove everything about me
    get rid of my information
    get rid of all my data
    get rid of what you have on me
    clear all my data
    clear everything you have on me
    clear my history
    erase everything you hold
    wipe my details
    wipe all my data
    i want to be forgotten
    i want my data deleted
    i want my details removed
    take me off your system
    remove me from the system
    destroy everything you hold on me
    forget all my data
    scrub my data`,
  'ap-or-na': `
    ap or na for my ward
    ap or na
    ap or nursing associate
    tap or tna
    should i get an ap or a nursing associate
    should we go for an ap or an na
    should we have an ap or nursing associate
    do i need an ap or a nursing associate
    do we want an ap or an na
    do i want a tap or a tna
    which one do we need ap or na
    which one is right for my ward ap or nursing associate
    which role is right for us
    which role do we need
    which role is best for us
    which role would suit my ward
    which is better for my ward an ap or a nursing associate
    which is right for us
    help me choose a role
    help me choose the right role
    help me choose ap or na
    help me decide ap or na
    help me decide which role
    help us pick between ap and nursing associate
    help me pick a role
    cant decide between an ap and a nursing associate
    cant decide ap or na
    not sure whether to have an ap or na
    not sure which role we need
    unsure if we need ap or nursing associate
    choose between ap and na
    role advisor
    advisor
    advise me on which role
    recommend a role
    what role should we go for
    is an ap or a nursing associate better for us
    na or ap
    tap or nursing associate
    tna or tap
    ap vs na for us
    should it be an ap or na
    should we train an ap or a nursing associate
    would an ap or na be better for us
    which would be better for my team ap or na
    which do we need ap or nursing associate
    pick between an ap and na
    help me decide between them
    ap or na which one
    choose between the two roles
    what should we have an ap or na`,
  yes: `
    yes
    yes please
    yep
    yeah
    yup
    yea
    yes that is right
    yes go ahead
    yes do that
    ok then
    okay
    sure
    sure thing
    go for it
    go ahead
    sounds good
    thats fine
    thats right
    correct
    absolutely
    definitely
    of course
    please do
    aye
    aye alright
    alright then
    why not
    yes thats fine
    ok do it
    fine by me
    ok yes
    yes thanks
    yeah go on
    yeah ok
    yep please
    yes do it
    yes ok
    go on then
    do it
    y
    ye
    yess
    k
    ok go
    agreed
    lets do it
    alright
    yep do that`,
  no: `
    no
    no thanks
    no thank you
    nope
    nah
    nah youre alright
    no way
    not really no
    not yet no
    no dont
    dont do that
    no leave it
    rather not
    id rather not
    no not that
    negative
    certainly not
    definitely not
    absolutely not
    no its fine
    no im ok
    no need
    not for me
    not for us
    i dont think so
    dont think so
    no cheers
    no ta
    no ty
    no not now
    n
    nope thanks
    no that is wrong
    no i dont
    no i didnt
    no stop
    nah dont
    no sorry
    no not really
    no thanks not that
    naw
    not that`,
  unclear: `
    asdf
    qwerty
    hjkl
    sdfsdf
    lkjlkj
    aaaa
    jjjjj
    blah
    blah blah
    hmm
    hmmm
    umm
    err
    lol
    haha
    whatever
    banana
    potato
    green
    test
    testing
    testing 123
    ...
    xx
    whats on telly
    what time is the match
    whats for tea
    tell me a joke
    sing a song
    who is the prime minister
    who won the football
    is it going to rain
    what is the weather
    i like cake
    the cat sat on the mat
    fish and chips
    zzz
    dfgdfg
    hjkhjk
    ??
    !!!
    xyz
    wibble
    lorem ipsum
    abc
    12345
    uh
    meh
    erm
    wotevs
    boo
    tra la la
    purple monkey
    play some music
    order me a pizza`,
};

/** One way of saying one thing. */
export interface IntentExample {
  readonly intent: Intent;
  readonly text: string;
}

export const intentExamples: readonly IntentExample[] = (
  Object.entries(examples) as [Intent, string][]
).flatMap(([intent, lines]) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ intent, text })),
);

/**
 * Words that fill in a form and are no command: names of services and people, sentences of a paragraph. Learnt next
 * to the intents, so that "Back pain clinic" stays the name of a clinic.
 */
export const answerExamples: readonly string[] = `
    back pain team
    stop smoking team
    help at home service
    home first team
    home oxygen service
    change for life team
    next steps rehab unit
    skip to health centre
    cancel out pain clinic
    save a life resus team
    start well nursery
    fresh start recovery team
    continence service
    continuing healthcare team
    discharge lounge
    discharge to assess team
    planning and performance office
    ward 12
    ward 4b surgical
    frailty unit
    stroke rehabilitation ward
    community therapy team north
    urgent treatment centre
    crisis and home treatment team
    acute medical unit
    intermediate care beds
    copy and print room
    invite cafe dementia group
    remind memory clinic
    data quality team
    university hospital of the north
    hope street surgery
    dr patel and partners
    mill lane medical practice
    will save
    grace change
    mark back
    joy home
    hope carter
    faith start
    dawn thanks
    bill cancel
    jo bloggs
    amina khan
    siobhan oneill
    john smith
    mrs p jones
    priya shah
    tom from estates
    ward manager
    matron for medicine
    clinical lead for therapies
    practice nurse manager
    service manager community nursing
    head of nursing
    one day a week at uni on tuesdays
    every wednesday in term time
    block weeks plus one day
    we need the role because we cannot recruit band 5 nurses and our patients wait too long
    the ap will take on agreed tasks under supervision and free the nurses for complex care
    there is a gap in our pathway between the support workers and the therapists
    the board has agreed the plan and the post is in the budget from april
    our workforce plan shows two band 4 posts
    to improve continuity for patients going home
    we have had three vacancies since last year
    helping patients go back to their own home sooner
    we want to change the skill mix and save agency costs
    staff can continue to learn while they work
    the mentor has changed because she is on maternity leave
    study day moved from monday to tuesday`
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
