//! Takes out of the engine what `src/page/later.rs` says is not needed at first, and makes a module of it that is joined to
//! the running engine: it has the same memory, the same table of functions, and calls the engine's functions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Result, bail, ensure};
use walrus::ir::{Call, RefFunc, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, LocalFunction, Module, ModuleConfig, TableId, ir::Value,
};

use crate::hash::sha256;

/// The engine, and its later part beside it.
pub const FILES: [&str; 2] = ["qolhat_bg.wasm", "qolhat_later.wasm"];

/// How the names begin of the functions that come later, with all that nothing else calls.
const LATER: &str = "qolhat::page::later::parts::";

/// Under this name the later part finds the engine: `www/files.js`.
const ENGINE: &str = "engine";

/// Splits the engine in a folder.
///
/// # Errors
///
/// Where it cannot be read, or holds no function that comes later: none may be lost in silence.
pub fn split(folder: &Path) -> Result<()> {
    let [first, later] = FILES.map(|name| folder.join(name));
    let wasm = fs::read(&first)?;
    let cut = Cut::of(&parse(&wasm)?)?;
    // Parts of two builds do not fit each other: each has the mark of its own.
    let mark: String = sha256(&wasm).chars().take(16).collect();
    fs::write(&first, cut.first(parse(&wasm)?, &mark)?.emit_wasm())?;
    Ok(fs::write(&later, cut.later(parse(&wasm)?, &mark)?.emit_wasm())?)
}

/// The same bytes give the same ids in the same order, so that what is found in one copy holds for the next.
fn parse(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new().generate_name_section(false).generate_producers_section(false).parse(wasm)
}

/// Where the engine is cut. A function is known by its place among all.
struct Cut {
    /// What the engine calls of the later part.
    doors: BTreeSet<usize>,
    /// What the later part calls of the engine.
    called: BTreeSet<usize>,
    /// The first free place in the table of functions.
    free: u64,
}

impl Cut {
    fn of(module: &Module) -> Result<Self> {
        let name = |id| module.funcs.get(id).name.as_deref().unwrap_or_default();
        let all: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        let place: BTreeMap<_, _> = all.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let calls: Vec<BTreeSet<usize>> =
            all.iter().map(|id| called(module, *id).iter().map(|id| place[id]).collect()).collect();
        let doors: BTreeSet<_> = (0..all.len()).filter(|at| name(all[*at]).starts_with(LATER)).collect();
        ensure!(!doors.is_empty(), "the engine holds no function `{LATER}…`, which src/page/later.rs keeps apart");
        let stays = reached(roots(module).iter().map(|id| place[id]), &calls, &doors);
        let is_local = |at: &usize| matches!(module.funcs.get(all[*at]).kind, FunctionKind::Local(_));
        let later: BTreeSet<_> = (0..all.len()).filter(is_local).filter(|at| !stays.contains(at)).collect();
        let called = later.iter().flat_map(|at| &calls[*at]).filter(|at| !later.contains(at)).copied().collect();
        Ok(Self { doors, called, free: module.tables.get(table(module)?).initial })
    }

    /// The engine: each door calls what stands in the table, once it stands there.
    fn first(&self, mut module: Module, mark: &str) -> Result<Module> {
        let table = table(&module)?;
        let all: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        for (door, slot) in self.doors.iter().zip(self.free..) {
            let through = through(&mut module, all[*door], table, i32::try_from(slot)?);
            module.funcs.get_mut(all[*door]).kind = FunctionKind::Local(through);
        }
        let grown = module.tables.get_mut(table);
        grown.initial += self.doors.len() as u64;
        grown.maximum = Some(grown.initial);
        module.exports.add(mark, table);
        for (id, name) in self.lent(&module) {
            module.exports.add(&name, id);
        }
        walrus::passes::gc::run(&mut module);
        Ok(module)
    }

    /// The later part: all that is the engine's is imported, and the doors are put into its table.
    fn later(&self, mut module: Module, mark: &str) -> Result<Module> {
        let table = table(&module)?;
        let all: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        module.start = None;
        let lent = self.lent(&module);
        for id in module.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
            module.exports.delete(id);
        }
        for id in module.tables.iter().flat_map(|table| table.elem_segments.clone()).collect::<Vec<_>>() {
            module.elements.delete(id);
        }
        for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
            module.data.delete(id);
        }
        for (id, name) in lent {
            lend(&mut module, id, &name);
        }
        let doors = self.doors.iter().map(|door| all[*door]).collect();
        let offset = ConstExpr::Value(Value::I32(i32::try_from(self.free)?));
        let doors = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(doors));
        let import = module.imports.add(ENGINE, mark, table);
        let table = module.tables.get_mut(table);
        table.import = Some(import);
        table.initial += self.doors.len() as u64;
        table.maximum = Some(table.initial);
        table.elem_segments = [doors].into_iter().collect();
        walrus::passes::gc::run(&mut module);
        Ok(module)
    }

    /// What the engine lends, each under a short name.
    fn lent(&self, module: &Module) -> Vec<(ExportItem, String)> {
        let all: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        let functions = self.called.iter().map(|at| ExportItem::Function(all[*at]));
        let globals = module.globals.iter().map(|global| ExportItem::Global(global.id()));
        let memories = module.memories.iter().map(|memory| ExportItem::Memory(memory.id()));
        functions.chain(globals).chain(memories).zip(0..).map(|(item, at)| (item, format!("{at}"))).collect()
    }
}

/// The functions that a function names.
fn called(module: &Module, id: FunctionId) -> BTreeSet<FunctionId> {
    struct Names(BTreeSet<FunctionId>);
    impl Visitor<'_> for Names {
        fn visit_call(&mut self, call: &Call) {
            self.0.insert(call.func);
        }
        fn visit_ref_func(&mut self, named: &RefFunc) {
            self.0.insert(named.func);
        }
    }
    let mut names = Names(BTreeSet::new());
    if let FunctionKind::Local(local) = &module.funcs.get(id).kind {
        dfs_in_order(&mut names, local, local.entry_block());
    }
    names.0
}

/// What can be called from without, or through the table.
fn roots(module: &Module) -> Vec<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let in_table = module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(ids) => ids.clone(),
        ElementItems::Expressions(_, given) => given
            .iter()
            .filter_map(|given| match given {
                ConstExpr::RefFunc(id) => Some(*id),
                _ => None,
            })
            .collect(),
    });
    exported.chain(in_table).chain(module.start).collect()
}

fn reached(from: impl Iterator<Item = usize>, calls: &[BTreeSet<usize>], doors: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<_> = from.collect();
    while let Some(at) = next.pop() {
        if !doors.contains(&at) && reached.insert(at) {
            next.extend(&calls[at]);
        }
    }
    reached
}

/// A function that hands what it is given to the one in a slot of the table.
fn through(module: &mut Module, id: FunctionId, table: TableId, slot: i32) -> LocalFunction {
    let ty = module.funcs.get(id).ty();
    let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let mut function = FunctionBuilder::new(&mut module.types, &params, &results);
    let given: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut body = function.func_body();
    for one in &given {
        body.local_get(*one);
    }
    body.i32_const(slot).call_indirect(ty, table);
    function.local_func(given)
}

/// Makes a thing one that is imported.
fn lend(module: &mut Module, item: ExportItem, name: &str) {
    match item {
        ExportItem::Function(id) => {
            let ty = module.funcs.get(id).ty();
            let import = module.imports.add(ENGINE, name, id);
            module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
        ExportItem::Global(id) => {
            let import = module.imports.add(ENGINE, name, id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        ExportItem::Memory(id) => {
            let import = module.imports.add(ENGINE, name, id);
            let memory = module.memories.get_mut(id);
            memory.import = Some(import);
            memory.data_segments.clear();
        }
        _ => {}
    }
}

/// The table of functions: the one that is called through.
fn table(module: &Module) -> Result<TableId> {
    match module.tables.main_function_table()? {
        Some(table) => Ok(table),
        None => bail!("the engine has no table of functions"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An engine that calls a function directly, and in turn another one, which nobody else calls, and one that it calls too.
    fn engine(name: &str) -> Module {
        let mut module = Module::default();
        let table = module.tables.add_local(false, 3, Some(3), walrus::RefType::FUNCREF);
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name(name.into());
            for one in calls {
                function.func_body().call(*one);
            }
            function.finish(vec![], &mut module.funcs)
        };
        let (alone, both) = (function("alone", &[]), function("both", &[]));
        let door = function(name, &[alone, both]);
        let start = function("start", &[door, both]);
        module.exports.add("start", start);
        let offset = ConstExpr::Value(Value::I32(1));
        let held = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(vec![both]));
        module.tables.get_mut(table).elem_segments.insert(held);
        module.memories.add_local(false, false, 1, None, None);
        module
    }

    fn names(module: &Module) -> Vec<&str> {
        let here = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
        here.filter_map(|function| function.name.as_deref()).collect()
    }

    #[test]
    fn what_nothing_else_calls_goes_along_and_is_found_in_the_table() {
        let name = format!("{LATER}door");
        let cut = Cut::of(&engine(&name)).unwrap();
        let first = cut.first(engine(&name), "mark").unwrap();
        let later = cut.later(engine(&name), "mark").unwrap();
        assert_eq!(names(&first), ["both", &name, "start"]);
        assert_eq!(names(&later), ["alone", &name]);
        let lent: Vec<_> = later.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(lent, ["0", "mark"]);
        let element = later.elements.iter().next().unwrap();
        let ElementKind::Active { offset: ConstExpr::Value(Value::I32(3)), .. } = element.kind else {
            panic!("{element:?}")
        };
    }

    #[test]
    fn an_engine_of_which_nothing_comes_later_is_refused() {
        assert!(Cut::of(&engine("door")).err().unwrap().to_string().contains(LATER));
    }
}
