//! The command.
fn main() {
    match qolhat::author::read("law".as_ref()) {
        Ok(_) => println!("read"),
        Err(errors) => {
            for error in errors {
                println!("error[{}]: {}", error.code, error.message);
                for place in error.at {
                    println!("  law/{}:{} {}", place.file.display(), place.line, place.what);
                }
                println!("  help: {}", error.help);
            }
        }
    }
}
