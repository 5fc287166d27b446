import { mount } from 'svelte';
import { pageData } from '../data';
import Build from './Build.svelte';

const target = document.getElementById('builder')!;
target.replaceChildren();
mount(Build, { target, props: { data: pageData() } });
