import { mount } from 'svelte';
import { pageData } from './data';
import ShowView from './Show.svelte';

const target = document.getElementById('show')!;
target.replaceChildren();
mount(ShowView, { target, props: { data: pageData() } });
